import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { statuses } from '../core/annotation.ts'
import { exportOptionsSchema } from '../core/datasets/export-options.ts'
import { exportFormats } from '../core/datasets/format-names.ts'
import { segmentPolicies } from '../core/datasets/label-mapping.ts'
import { givenNameSchema } from '../core/given-name.ts'
import { datasetUnits } from '../core/offsets.ts'
import { labelOrigins } from '../core/segment.ts'
import { readSplitShares } from '../core/splits/split-options.ts'
import { mostSeed } from '../core/work-list/work-list-choice.ts'
import { corpusOptionsSchema } from './corpus-options.ts'

const choices = exportOptionsSchema.shape

/** What `winnow export` is asked with. */
export const exportCommandSchema = corpusOptionsSchema.extend({
  format: z.enum(exportFormats),
  out: z.string(),
  force: z.boolean().default(false),
  preview: z.boolean().default(false),
  list: z.string().optional(),
  onlyDone: z.boolean().default(false),
  state: z.array(z.enum(statuses)).optional(),
  by: z.array(z.enum(labelOrigins)).optional(),
  site: z.array(z.string()).optional(),
  language: z.array(z.string()).optional(),
  where: z.object({ name: z.string(), values: z.array(z.string()) }).optional(),
  map: givenNameSchema.optional(),
  unlabelled: z.enum(segmentPolicies).optional(),
  uncertain: z.enum(segmentPolicies).optional(),
  split: z
    .custom<NonNullable<ReturnType<typeof readSplitShares>>>((shares) => typeof shares === 'object')
    .optional(),
  seed: z.number().default(0),
  anySite: z.boolean().default(false),
  nearDuplicatesApart: z.boolean().default(false),
  unstratified: z.boolean().default(false),
  offsets: choices.offsets,
  bom: choices.byteOrderMark,
  rawFormulas: z.boolean().default(false),
  doccanoForm: choices.doccanoForm,
  separator: choices.separator,
  parquetRows: choices.parquetRows,
  parquetSplit: choices.parquetSplit,
})

export type ExportCommandOptions = z.infer<typeof exportCommandSchema>

/** A list of names of `known`, with commas between. */
const namesOf =
  <T extends string>(known: readonly T[]) =>
  (given: string): T[] =>
    given.split(',').map((name) => {
      const found = known.find((one) => one === name.trim())
      if (found === undefined) throw new InvalidArgumentError(`Name one or more of ${known.join(',')}.`)
      return found
    })

const anyNames = (given: string): string[] => given.split(',').map((name) => name.trim())

function columnValues(given: string): { name: string; values: string[] } {
  const at = given.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Say it as <column>=<value>,<value>.')
  return { name: given.slice(0, at), values: anyNames(given.slice(at + 1)) }
}

function splitShares(given: string): NonNullable<ReturnType<typeof readSplitShares>> {
  const shares = readSplitShares(given)
  if (!shares) throw new InvalidArgumentError('Say it as 80/10/10, 80/20 or rest/500/500.')
  return shares
}

function seedNumber(given: string): number {
  const seed = Number(given)
  if (!/^\d+$/.test(given) || seed > mostSeed)
    throw new InvalidArgumentError(`The seed is a whole number from 0 to ${mostSeed}.`)
  return seed
}

/** Which documents and labels go out. */
export const selectionOptions = (): Option[] => [
  new Option('--only-done', 'only documents that are marked as done'),
  new Option('--state <states>', `only documents in these states; of ${statuses.join(',')}`).argParser(
    namesOf(statuses),
  ),
  new Option('--site <sites>', 'only documents of these sites').argParser(anyNames),
  new Option('--language <codes>', 'only documents in these languages, such as vi,en').argParser(anyNames),
  new Option('--where <column=values>', 'only records that hold one of these values there').argParser(
    columnValues,
  ),
  new Option(
    '--by <ways>',
    `only labels that came to be so, the others count as not given; of ${labelOrigins.join(',')}`,
  ).argParser(namesOf(labelOrigins)),
]

/** What becomes of labels. */
export const mappingOptions = (): Option[] => [
  new Option(
    '--map <name>',
    'which label goes out as which: as-labelled, keep-drop, l3s-gn1, dragnet, or a mapping of the corpus',
  ),
  new Option(
    '--unlabelled <policy>',
    'segments without a label: left out, given the label that is dropped, or their document refused',
  ).choices(segmentPolicies),
  new Option('--uncertain <policy>', 'the same for segments labelled as uncertain').choices(segmentPolicies),
]

/** How the dataset is split. */
export const splitOptions = (): Option[] => [
  new Option(
    '--split <shares>',
    'training, validation and test: 80/10/10, 80/20 or rest/500/500; no site and no near duplicate is in two',
  ).argParser(splitShares),
  new Option('--seed <number>', 'another seed, another split').argParser(seedNumber).default(0),
  new Option('--any-site', 'pages of a site may be in different splits'),
  new Option('--near-duplicates-apart', 'near duplicates may be in different splits'),
  new Option('--unstratified', 'do not balance the labels between the splits'),
]

/** What some formats can do in several ways. */
export const formatOptions = (): Option[] => [
  new Option('--offsets <unit>', 'in what start and end count; Python slices by code points').choices(
    datasetUnits,
  ),
  new Option('--bom', 'of csv and tsv: begin with a byte order mark, by which spreadsheets know UTF-8'),
  new Option('--raw-formulas', 'of csv and tsv: leave cells as they are that a spreadsheet would calculate'),
  new Option('--doccano-form <form>', 'of doccano: label lists or entities').choices(
    choices.doccanoForm.unwrap().options,
  ),
  new Option('--parquet-rows <rows>', 'of parquet and hugging-face: what a row is').choices(
    choices.parquetRows.unwrap().options,
  ),
  new Option(
    '--parquet-split <where>',
    'of parquet: the split as a column or as folders split=train',
  ).choices(choices.parquetSplit.unwrap().options),
  new Option('--separator <separator>', 'of cleaned text: what stands between two segments').choices(
    choices.separator.unwrap().options,
  ),
]
