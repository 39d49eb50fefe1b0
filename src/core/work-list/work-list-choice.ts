import { z } from 'zod'
import { statuses } from '../annotation.ts'

const count = z.int().nonnegative()
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(1000).optional()

/** Which documents may be in a work list; what is not given does not matter. */
export const workListFilterSchema = z.object({
  /** Stands in the document's name, whatever the case and diacritics. */
  text: z.string().min(1).max(1000).optional(),
  /** How far the annotator who makes the list is with it. */
  statuses: some(z.enum(statuses)),
  sites: some(z.string().max(8192)),
  /** Its size in bytes, both included. */
  smallest: count.optional(),
  largest: count.optional(),
})

export const mostSample = 1_000_000_000
export const mostSeed = 0xffff_ffff

/** By what a sample can be stratified. */
export const strataKinds = ['site', 'size'] as const

/** Which documents a work list is made of: all that the filter lets through, or a sample of them. */
export const workListChoiceSchema = z.object({
  filter: workListFilterSchema,
  sample: z
    .object({
      size: z.int().positive().max(mostSample),
      seed: z.int().nonnegative().max(mostSeed),
      /** Null: each document has the same chance. */
      by: z.enum(strataKinds).nullable(),
    })
    .nullable(),
})

export type WorkListFilter = z.infer<typeof workListFilterSchema>
export type StrataKind = (typeof strataKinds)[number]
export type WorkListChoice = z.infer<typeof workListChoiceSchema>
