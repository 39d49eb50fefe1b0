import { say } from '../../core/sentences/say.ts'
import type { BrokenContent } from './content/content.ts'
import type { RecordTrouble } from './reader.ts'

/** What to say of a file whose content breaks off. */
export const brokenTrouble = (error: BrokenContent): RecordTrouble => ({
  where: say`byte ${error.byte}`,
  reason: `${error.message} ${say`Everything before that is there.`}`,
})
