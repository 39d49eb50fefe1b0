import { z } from 'zod'
import { ruleSchema } from './repetition/rules.ts'

export const rulesFileVersion = 1

/** What `winnow/rules.json` holds: the rules that all annotators of a corpus share. */
export const rulesFileSchema = z.object({
  format: z.literal('winnow-rules'),
  version: z.literal(rulesFileVersion),
  rules: z.array(ruleSchema),
})

export type RulesFile = z.infer<typeof rulesFileSchema>

export const noRules: RulesFile = { format: 'winnow-rules', version: rulesFileVersion, rules: [] }
