import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockOn, takeOverLock, withFileLock } from '../../../src/node/file-lock.ts'
import { type LockOwner, newOwner } from '../../../src/node/locks/lock-owner.ts'
import { quietTime } from '../../../src/node/locks/lock-sights.ts'
import { bundle, run } from './bundled-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const aFile = (): string => join(temporaryFolder(), 'a.json')

/** Puts a lock on `path` whose owner is as `change` says, else this very program. */
async function plantLock(path: string, change: Partial<LockOwner>): Promise<void> {
  const owner = { ...(await newOwner('ann')), token: 'planted-1', ...change }
  writeFileSync(`${path}.lock`, JSON.stringify(owner))
}

/** A process that has ended and one that runs, or their numbers. */
async function otherProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child
}

async function timeToLock(path: string): Promise<number> {
  const start = performance.now()
  await withFileLock(path, async () => {})
  return performance.now() - start
}

test('a lock names its owner while it is held, is gone afterwards, and keeps others of this process out', async () => {
  const path = aFile()
  const order: string[] = []
  const first = withFileLock(
    path,
    async () => {
      order.push('first begins')
      const seen = await lockOn(path)
      expect(seen?.owner).toMatchObject({ pid: process.pid, annotator: 'ann', format: 'winnow-lock' })
      expect(seen?.owner?.host).not.toBe('')
      order.push('first ends')
    },
    'ann',
  )
  await Promise.all([first, withFileLock(path, async () => void order.push('second'))])
  expect(order.indexOf('first ends') - order.indexOf('first begins')).toBe(1)
  expect(readdirSync(dirname(path))).toEqual([])
})

test('what a process that was killed has left is removed at once, not waited for', async () => {
  const script = await bundle('hold-lock.ts')
  const path = aFile()
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(existsSync(`${path}.lock`)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await timeToLock(path)).toBeLessThan(quietTime / 2)
})

test('who got the number of a process that ended is not taken for it', async () => {
  const { pid = 0 } = await otherProcess()
  const path = aFile()
  await plantLock(path, { pid, ticks: '1' })
  expect(await timeToLock(path)).toBeLessThan(quietTime / 2)
})

test('processes that count under one lock, while holders of it are killed, lose no count', async () => {
  const path = aFile()
  writeFileSync(path, '0')
  const [counting, holding] = await Promise.all([bundle('count-under-lock.ts'), bundle('hold-lock.ts')])
  let over = false
  const counted = Promise.all(['a', 'b', 'c'].map(() => run(counting, [path, '40']))).finally(() => {
    over = true
  })
  let kills = 0
  const killing = (async () => {
    while (!over) {
      const child = spawn(process.execPath, [holding, path], { stdio: ['ignore', 'pipe', 'inherit'] })
      await Promise.race([once(child.stdout, 'data'), counted])
      child.kill('SIGKILL')
      await once(child, 'exit')
      kills++
    }
  })()
  await Promise.all([counted, killing])
  expect(readFileSync(path, 'utf8')).toBe('120')
  expect(kills).toBeGreaterThan(0)
})

test('a lock that another took over while this process slept is noticed, and the other’s is left alone', async () => {
  const path = aFile()
  const work = withFileLock(path, async (lock) => {
    await lock.assertHeld()
    await plantLock(`${path}.other`, { host: 'desk-3', machine: 'another' })
    renameSync(`${path}.other.lock`, `${path}.lock`)
    await lock.assertHeld()
  })
  await expect(work).rejects.toThrow('has taken over writing')
  expect((await lockOn(path))?.owner?.host).toBe('desk-3')
})

test('of another computer, a lock at work is waited for, one without a sign of life is taken over only when told', async () => {
  const [beating, frozen, ahead, sameName] = [aFile(), aFile(), aFile(), aFile()]
  const there = { host: 'desk-3', machine: 'another', pid: 123 }
  for (const path of [beating, frozen, ahead]) await plantLock(path, there)
  // A container with this one’s name, which counts its processes anew and has one that is not here.
  const { host } = await newOwner(null)
  const ended = await otherProcess()
  ended.kill('SIGKILL')
  await once(ended, 'exit')
  await plantLock(sameName, { host, machine: 'boot pid:[1]', pid: ended.pid ?? 0 })
  // Its clock is an hour behind; one that is an hour ahead is no sign of life.
  let seconds = Date.now() / 1000 - 3600
  const beat = setInterval(() => utimesSync(`${beating}.lock`, ++seconds, seconds), 500)
  onTestFinished(() => clearInterval(beat))
  utimesSync(`${ahead}.lock`, Date.now() / 1000 + 3600, Date.now() / 1000 + 3600)
  const took: string[] = []
  const lock = (path: string) => withFileLock(path, async () => void took.push(path))
  await Promise.all([
    expect(lock(beating)).rejects.toMatchObject({
      code: 'not-saved',
      message: expect.stringMatching(
        /a\.json is being written by Winnow on desk-3 \(process 123\) for ann since \d\d:\d\d:\d\d, last sign of life \d\d:\d\d/,
      ),
    }),
    ...[frozen, ahead, sameName].map((path) =>
      expect(lock(path)).rejects.toMatchObject({
        code: 'lock-left',
        message: expect.stringContaining('take over'),
      }),
    ),
  ])
  expect(took).toEqual([])
  await expect(takeOverLock(beating, 'planted-1')).rejects.toMatchObject({ code: 'not-saved' })
  await takeOverLock(frozen, 'another one')
  expect((await lockOn(frozen))?.key).toBe('planted-1')
  await takeOverLock(frozen, 'planted-1')
  await lock(frozen)
  expect(took).toEqual([frozen])
}, 30_000)
