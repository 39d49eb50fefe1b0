/**
 * Lets file operations of this process fail on purpose: `node --import …/fault-layer.mjs <program>`. A parent sends
 * plans over IPC (see `fault-plan.ts`) and is told what they met. Threads read undisturbed.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'

const fs = createRequire(import.meta.url)('node:fs')
const { promises } = fs

/** By id: the plan, how many operations it has seen, and the names of those that it let fail. */
const plans = new Map()

/** What files are called, by their handles. */
const names = new WeakMap()

const errnos = { ENOSPC: -28, EIO: -5, EACCES: -13, EROFS: -30, EMFILE: -24, EPERM: -1, EBUSY: -16 }

function fault(code, syscall, path) {
  const error = new Error(`${code}: on purpose, ${syscall} '${path}'`)
  return Object.assign(error, { code, errno: errnos[code], syscall, path })
}

const isUnder = (path, root) => path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}.`)

/** The plan that strikes the operation `name` on these paths, if any; it counts as seen. */
function struck(name, paths) {
  for (const armed of plans.values()) {
    const { plan, fired } = armed
    if (plan.operations && !plan.operations.includes(name)) continue
    if (!paths.some((path) => plan.under.some((root) => isUnder(path, root)))) continue
    const at = armed.seen++
    if (plan.how === 'watch') {
      fired.push([name, ...paths].join(' '))
      continue
    }
    if (at < plan.at || at >= plan.at + plan.times) continue
    fired.push(name)
    return plan
  }
  return null
}

/** Does `work`, the operation `name` on these paths, as the plans want it. `shorten` does a part of it, if it can. */
async function disturbed(name, paths, work, shorten) {
  const plan = struck(name, paths)
  if (!plan) return work()
  if (plan.how === 'slow') {
    await sleep(plan.milliseconds)
    return work()
  }
  if (plan.how === 'short' && shorten) return shorten()
  if (plan.how === 'short-then-fail' && shorten) await shorten()
  if (plan.how === 'after') {
    const result = await work()
    // Who is told that nothing was opened closes nothing.
    if (name === 'open') await result.close()
  }
  throw fault(plan.code, name, paths[0])
}

const isHandle = (value) => typeof value === 'object' && value !== null && typeof value.fd === 'number'
const pathOf = (value) => (isHandle(value) ? (names.get(value) ?? '') : String(value))

const half = (data) => {
  if (typeof data === 'string') return Buffer.from(data).subarray(0, Buffer.byteLength(data) >> 1)
  if (ArrayBuffer.isView(data)) return data.subarray(0, data.length >> 1)
  const all = Buffer.concat([...data].map((part) => Buffer.from(part)))
  return all.subarray(0, all.length >> 1)
}

function patchPromises() {
  const { open, writeFile } = promises
  promises.open = (path, ...rest) =>
    disturbed('open', [String(path)], async () => {
      const handle = await open(path, ...rest)
      names.set(handle, String(path))
      return handle
    })
  promises.writeFile = (target, data, ...rest) =>
    disturbed(
      'write',
      [pathOf(target)],
      () => writeFile(target, data, ...rest),
      () => writeFile(target, half(data), ...rest),
    )
  const one = [
    'mkdir',
    'rmdir',
    'rm',
    'unlink',
    'stat',
    'lstat',
    'readdir',
    'readFile',
    'utimes',
    'access',
    'realpath',
  ]
  for (const name of one) {
    const original = promises[name]
    promises[name] = (path, ...rest) => disturbed(name, [pathOf(path)], () => original(path, ...rest))
  }
  for (const name of ['rename', 'link', 'copyFile', 'symlink']) {
    const original = promises[name]
    promises[name] = (from, to, ...rest) =>
      disturbed(name, [String(from), String(to)], () => original(from, to, ...rest))
  }
}

/** The methods of a file that is open; `handle` is any. */
function patchHandles(handle) {
  const prototype = Object.getPrototypeOf(handle)
  for (const name of [
    'sync',
    'datasync',
    'stat',
    'read',
    'readFile',
    'utimes',
    'truncate',
    'chmod',
    'chown',
  ]) {
    const original = prototype[name]
    prototype[name] = function (...args) {
      return disturbed(`file.${name}`, [pathOf(this)], () => original.apply(this, args))
    }
  }
  const { close, write, writeFile, appendFile } = prototype
  prototype.close = function () {
    const path = pathOf(this)
    const plan = struck('file.close', [path])
    // A file is closed even where that fails.
    return close.call(this).then(() => {
      if (plan && plan.how !== 'slow') throw fault(plan.code, 'close', path)
    })
  }
  prototype.write = function (data, ...rest) {
    return disturbed(
      'write',
      [pathOf(this)],
      () => write.call(this, data, ...rest),
      () => write.call(this, half(data)),
    )
  }
  for (const [name, original] of Object.entries({ writeFile, appendFile }))
    prototype[name] = function (data, ...rest) {
      return disturbed(
        'write',
        [pathOf(this)],
        () => original.call(this, data, ...rest),
        () => original.call(this, half(data), ...rest),
      )
    }
}

/** The functions with callbacks, which libraries use. */
function patchCallbacks() {
  for (const name of ['mkdir', 'rmdir', 'rm', 'unlink', 'stat', 'utimes', 'rename', 'open']) {
    const original = fs[name]
    fs[name] = (path, ...rest) => {
      const done = rest.at(-1)
      const plan = typeof done === 'function' ? struck(name, [String(path)]) : null
      if (!plan) return original(path, ...rest)
      if (plan.how === 'slow') return setTimeout(() => original(path, ...rest), plan.milliseconds)
      return process.nextTick(done, fault(plan.code ?? 'EIO', name, String(path)))
    }
  }
}

if (isMainThread && process.send) {
  const any = await promises.open(new URL(import.meta.url), 'r')
  patchHandles(any)
  await any.close()
  patchPromises()
  patchCallbacks()
  syncBuiltinESMExports()
  process.on('message', ({ id, plan }) => {
    if (plan) plans.set(id, { plan, seen: 0, fired: [] })
    const { seen, fired } = plans.get(id) ?? { seen: 0, fired: [] }
    if (!plan) plans.delete(id)
    process.send({ id, seen, fired })
  })
  process.channel.unref()
}
