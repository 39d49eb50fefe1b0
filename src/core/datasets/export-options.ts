import { z } from 'zod'
import { datasetUnits } from '../offsets.ts'

/** What can be chosen of a format; each says what it heeds, and every choice has a default. */
export const exportOptionsSchema = z.object({
  /** In what offsets count; the first of the format's units if not given. */
  offsets: z.enum(datasetUnits).optional(),
  /** Of tables as text: whether they begin with a byte order mark, by which spreadsheets know UTF-8. */
  byteOrderMark: z.boolean().default(false),
  /** Of tables as text: whether cells that a spreadsheet would take for a formula get an apostrophe before them. */
  defuseFormulas: z.boolean().default(true),
  /** Of doccano: `[start, end, label]` or `entities` and `relations`. */
  doccanoForm: z.enum(['label', 'entities']).default('label'),
  /** Of cleaned text: what stands between two segments. */
  separator: z.enum(['line', 'blank-line']).default('line'),
  /** Of Parquet: what a row is. */
  parquetRows: z.enum(['documents', 'segments']).default('documents'),
  /** Of Parquet: whether the split is a column or a folder `split=train`. */
  parquetSplit: z.enum(['column', 'folders']).default('column'),
})

export type ExportOptions = z.infer<typeof exportOptionsSchema>
