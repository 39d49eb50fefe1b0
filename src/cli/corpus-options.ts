import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { annotatorNameSchema } from '../core/annotator-name.ts'
import { workListNameSchema } from '../core/work-list/work-list-file.ts'

export const annotatorOption = (): Option =>
  new Option('--annotator <name>', 'whose labels; yours if not given').argParser(annotatorName)

export const labelsOption = (): Option =>
  new Option('--labels <folder>', 'where labels are kept, if not beside the dumps').argParser((folder) =>
    resolve(folder),
  )

export const listOption = (): Option =>
  new Option('--list <name>', 'only documents of this work list').argParser(workListName)

/** What {@link annotatorOption} and {@link labelsOption} give. */
export const corpusOptionsSchema = z.object({
  annotator: annotatorNameSchema.optional(),
  labels: z.string().optional(),
})

export type CorpusOptions = z.infer<typeof corpusOptionsSchema>

/** Parses an option by what a name has to be. */
export const parsedBy =
  (schema: z.ZodType<string>) =>
  (given: string): string => {
    const parsed = schema.safeParse(given)
    if (!parsed.success) throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? '')
    return parsed.data
  }

const annotatorName = parsedBy(annotatorNameSchema)

/** Parses an option that names a work list. */
export const workListName = parsedBy(workListNameSchema)
