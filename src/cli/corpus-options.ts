import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { annotatorNameSchema } from '../core/annotator-name.ts'

export const annotatorOption = (): Option =>
  new Option('--annotator <name>', 'whose labels; yours if not given').argParser(annotatorName)

export const labelsOption = (): Option =>
  new Option('--labels <folder>', 'where labels are kept, if not beside the dumps').argParser((folder) =>
    resolve(folder),
  )

/** What {@link annotatorOption} and {@link labelsOption} give. */
export const corpusOptionsSchema = z.object({
  annotator: annotatorNameSchema.optional(),
  labels: z.string().optional(),
})

export type CorpusOptions = z.infer<typeof corpusOptionsSchema>

function annotatorName(given: string): string {
  const parsed = annotatorNameSchema.safeParse(given)
  if (!parsed.success) throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? '')
  return parsed.data
}
