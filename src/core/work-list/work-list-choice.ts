import { z } from 'zod'
import { statuses } from '../annotation.ts'

const count = z.int().nonnegative()
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(1000).optional()

const columnName = z.string().min(1).max(200)

/** Which documents may be in a work list; what is not given does not matter. */
export const workListFilterSchema = z.object({
  /** Stands in the document's name, whatever the case and diacritics. */
  text: z.string().min(1).max(1000).optional(),
  /** How far the annotator who makes the list is with it. */
  statuses: some(z.enum(statuses)),
  sites: some(z.string().max(8192)),
  /** As their shortest codes, `vi`; '' for documents of which it is not known. */
  languages: some(z.string().max(64)),
  /** A column of the records, by its path, and what it holds. */
  column: z.object({ name: columnName, values: z.array(z.string().max(500)).min(1).max(1000) }).optional(),
  /** Its size in bytes, both included. */
  smallest: count.optional(),
  largest: count.optional(),
})

export const mostSample = 1_000_000_000
export const mostSeed = 0xffff_ffff

/** By what a sample can be stratified. */
export const strataKinds = ['site', 'size', 'language'] as const

/** By one of these, or by what a column of the records holds. */
const strataSchema = z.union([z.enum(strataKinds), z.object({ column: columnName })])

/** Which documents a work list is made of: all that the filter lets through, or a sample of them. */
export const workListChoiceSchema = z.object({
  filter: workListFilterSchema,
  sample: z
    .object({
      size: z.int().positive().max(mostSample),
      seed: z.int().nonnegative().max(mostSeed),
      /** Null: each document has the same chance. */
      by: strataSchema.nullable(),
    })
    .nullable(),
})

export type WorkListFilter = z.infer<typeof workListFilterSchema>
export type Strata = z.infer<typeof strataSchema>
export type WorkListChoice = z.infer<typeof workListChoiceSchema>

/** Whether a choice asks for what is known of a document only once it is read. */
export const asksFor = ({ filter, sample }: WorkListChoice): { language: boolean; columns: boolean } => ({
  language: filter.languages !== undefined || sample?.by === 'language',
  columns: filter.column !== undefined || (typeof sample?.by === 'object' && sample.by !== null),
})
