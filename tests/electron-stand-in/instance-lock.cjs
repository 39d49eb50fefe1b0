const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { isRunning } = require('./is-running.cjs')

/**
 * Whether this process is the first with `folder`. If it is, it is told of every later one; if not, the first is told
 * `told`. Synchronous as Electron's, so it works by files: a lock with the process id, and a letter box beside it.
 */
function takeInstanceLock(folder, told, onSecond) {
  const box = join(folder, 'stand-in-second-starts')
  mkdirSync(box, { recursive: true })
  const lock = join(folder, 'stand-in-lock')
  if (!holdsLock(lock)) {
    const letter = join(box, `${process.pid}.json`)
    writeFileSync(`${letter}.part`, JSON.stringify([process.argv, process.cwd(), told]))
    renameSync(`${letter}.part`, letter)
    return false
  }
  watch(box, () => {
    for (const name of readdirSync(box).filter((file) => file.endsWith('.json'))) {
      const letter = JSON.parse(readFileSync(join(box, name), 'utf8'))
      rmSync(join(box, name))
      onSecond(...letter)
    }
  })
  return true
}

function holdsLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isRunning(Number(readFileSync(lock, 'utf8')))) return false
    rmSync(lock)
    return holdsLock(lock)
  }
}

module.exports = { takeInstanceLock }
