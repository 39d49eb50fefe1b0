/** Takes the lock of a file, says so, and keeps it until it is killed: `node … <file>`. */
import { setTimeout } from 'node:timers/promises'
import { withFileLock } from '../../../../src/node/file-lock.ts'

const [path = ''] = process.argv.slice(2)
await withFileLock(path, async () => {
  console.log('held')
  await setTimeout(600_000)
})
