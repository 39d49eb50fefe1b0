/** Adds one to the number in a file, under its lock, and says so, `count` times: `node … <file> <count>`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withFileLock } from '../../../../src/node/file-lock.ts'

const [path = '', count = '0'] = process.argv.slice(2)
for (let n = 0; n < Number(count); n++)
  await withFileLock(path, async () => {
    const before = Number(readFileSync(path, 'utf8'))
    // Gives the others a turn, between reading and writing.
    await new Promise(setImmediate)
    writeFileSync(path, String(before + 1))
  })
