/** Makes the snapshot of a day: `node … <labels home> <day>`. */
import { makeSnapshot } from '../../../../src/node/backups/make-snapshot.ts'

const [home = '', day = ''] = process.argv.slice(2)
await makeSnapshot({ home, day, made: new Date(), former: null, signal: new AbortController().signal })
