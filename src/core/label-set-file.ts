import { z } from 'zod'
import { claimedVersion } from './file-version.ts'
import { type LabelSet, labelSetSchema } from './label-set.ts'
import { say } from './sentences/say.ts'
import { WinnowError } from './winnow-error.ts'

export const labelSetFileVersion = 1

const labelSetFileSchema = z.object({
  format: z.literal('winnow-label-set'),
  version: z.literal(labelSetFileVersion),
  labelSet: labelSetSchema,
})

/** The content of a file with which a label set goes from one corpus to another. */
export const labelSetFile = (labelSet: LabelSet): string =>
  `${JSON.stringify({ format: 'winnow-label-set', version: labelSetFileVersion, labelSet }, null, 2)}\n`

/** The label set in the content of such a file. @throws WinnowError saying what is wrong with it */
export function parseLabelSetFile(content: string): LabelSet {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    throw refusal(say`it is not JSON`, error)
  }
  const parsed = labelSetFileSchema.safeParse(json)
  if (parsed.success) return parsed.data.labelSet
  if ((claimedVersion(json) ?? 0) > labelSetFileVersion) throw refusal(say`it was written by a newer Winnow`)
  const issue = parsed.error.issues[0]
  const fault = issue?.message ?? say`it does not fit`
  const place = issue && issue.path.length > 0 ? issue.path.join('.') : null
  throw refusal(place === null ? fault : say`${fault} at ${place}`, parsed.error)
}

const refusal = (reason: string, cause?: unknown): WinnowError =>
  new WinnowError(
    'bad-request',
    say`This file holds no label set that Winnow can read: ${reason}. Nothing was changed.`,
    { cause },
  )
