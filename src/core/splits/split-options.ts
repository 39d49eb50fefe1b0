import { z } from 'zod'
import { say } from '../sentences/say.ts'

const share = z.number().nonnegative().max(1_000_000)
const count = z.int().nonnegative().max(1_000_000_000)

/** How many documents each split gets: in proportion, or so many for validation and test and the rest for training. */
const splitSharesSchema = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('ratio'), train: share, validation: share, test: share })
    .refine(({ train, validation, test }) => train + validation + test > 0, {
      error: () => say`the shares are all zero`,
    }),
  z.object({ kind: z.literal('count'), validation: count, test: count }),
])

/** How a dataset is split. */
export const splitOptionsSchema = z.object({
  shares: splitSharesSchema,
  seed: z.int().nonnegative().max(0xffff_ffff).default(0),
  /** Whether all documents of a site go into one split. */
  bySite: z.boolean().default(true),
  /** Whether near duplicates go into one split. */
  nearDuplicates: z.boolean().default(true),
  /** Whether each split gets its share of every label, where groups allow. */
  stratify: z.boolean().default(true),
})

export type SplitShares = z.infer<typeof splitSharesSchema>
export type SplitOptions = z.infer<typeof splitOptionsSchema>

/**
 * The shares that a text names: `80/10/10` for training, validation and test, `80/20` for training and test, or
 * `rest/500/500` in documents. Null if it names none.
 */
export function readSplitShares(text: string): SplitShares | null {
  const parts = text.split('/').map((part) => part.trim())
  const [train = '', middle = '', last] = parts
  if (parts.length > 3 || !parts.slice(1).every((part) => /^\d+(\.\d+)?$/.test(part))) return null
  const validation = last === undefined ? 0 : Number(middle)
  const test = Number(last ?? middle)
  const shares =
    train === 'rest'
      ? { kind: 'count', validation, test }
      : { kind: 'ratio', train: /^\d+(\.\d+)?$/.test(train) ? Number(train) : Number.NaN, validation, test }
  const parsed = splitSharesSchema.safeParse(shares)
  return parts.length > 1 && parsed.success ? parsed.data : null
}
