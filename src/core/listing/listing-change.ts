import { z } from 'zod'
import { readerNames } from '../reader-name.ts'

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/** A column of counts, checked in one loop: there may be many thousands. */
const counts = z.custom<readonly number[]>((value) => Array.isArray(value) && value.every(isCount))
const names = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
)
const namedRows = z.object({ names, of: counts })

/** Files, each at the same index of every column. */
const filesSchema = z.object({
  ids: names,
  bytes: counts,
  readers: z.array(z.enum(readerNames)),
  versions: names,
})

const factsSchema = z.object({ ids: names, sites: names, languages: names })

const numberedNames = z.object({ names, of: z.instanceof(Uint32Array) })

/** A table of documents as it is handed to a thread. */
export const tableDataSchema = z.object({
  files: filesSchema,
  facts: factsSchema,
  records: z.array(
    z.object({
      file: z.string(),
      data: z.object({
        numbers: z.instanceof(Uint32Array),
        bytes: z.instanceof(Uint32Array),
        positions: z.instanceof(Float64Array).nullable(),
        sites: numberedNames,
        languages: numberedNames,
      }),
    }),
  ),
})

/** What has to be done to a table of documents to have it as the service has it. */
export const listingChangeSchema = z.object({
  /** Files that are new or changed; what was known of their records is void. */
  files: filesSchema,
  /** Files that are there no more. */
  removed: names,
  /** Records that were found in files that hold records, in the order of their numbers. */
  records: z.array(
    z.object({
      file: z.string(),
      version: z.string(),
      /** How many records were told before. */
      from: z.int().nonnegative(),
      rows: z.object({
        numbers: counts,
        bytes: counts,
        positions: counts.optional(),
        sites: namedRows,
        languages: namedRows,
      }),
    }),
  ),
  /** What files that are one document say of themselves; '' where they do not. */
  facts: factsSchema,
})

export type ListingChange = z.infer<typeof listingChangeSchema>

export const noChange: ListingChange = {
  files: { ids: [], bytes: [], readers: [], versions: [] },
  removed: [],
  records: [],
  facts: { ids: [], sites: [], languages: [] },
}
