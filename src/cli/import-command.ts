import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { statuses } from '../core/annotation.ts'
import type { ImportPreview, ImportRefusal, ImportReply, ImportRequest } from '../core/contract-import.ts'
import { defaultLeastAligned } from '../core/contract-import.ts'
import { importFormats } from '../core/datasets/import-formats.ts'
import { otherLabels } from '../core/import/chosen-labels.ts'
import { datasetUnits } from '../core/offsets.ts'
import { modelNameSchema } from '../core/suggestions/named-suggestions-file.ts'
import type { Winnow } from '../node/winnow.ts'
import { annotatorOption, corpusOptionsSchema, labelsOption, parsedBy } from './corpus-options.ts'
import { exitCode } from './exit-code.ts'
import { importHelp } from './import-help.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  from: z.string().optional(),
  format: z.enum(importFormats).optional(),
  asSuggestions: modelNameSchema.optional(),
  of: z.string().optional(),
  status: z.enum(statuses).optional(),
  map: z.array(z.object({ label: z.string(), becomes: z.string().nullable() })).default([]),
  others: z.enum(otherLabels).default('refuse'),
  rest: z.string().optional(),
  offsets: z.enum(datasetUnits).optional(),
  leastAligned: z.number().default(defaultLeastAligned),
  overwrite: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  undo: z.string().optional(),
})

type Options = z.infer<typeof optionsSchema>

const job = 'import'

/** `winnow import`: takes labels in that Winnow or another program has written, and takes that back. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('take labels in, as those of one annotator or as suggestions of a model')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .option('--from <path>', 'the file with the labels, or a folder of such files')
    .addOption(
      new Option('--format <format>', 'what the files are; guessed if not given').choices(importFormats),
    )
    .addOption(annotatorOption())
    .addOption(
      new Option(
        '--as-suggestions <model>',
        'as suggestions of the model of this name, which are nobody’s labels',
      ).argParser(parsedBy(modelNameSchema)),
    )
    .option('--of <name>', 'only what the files say is by this annotator or model')
    .addOption(
      new Option(
        '--status <status>',
        'the status of these documents; what the file says if not given',
      ).choices(statuses),
    )
    .addOption(
      new Option(
        '--map <label=label>',
        'what a label of the files becomes; nothing after = leaves it out',
      ).argParser(mapped),
    )
    .addOption(
      new Option('--others <what>', 'what becomes of labels that the label set does not have')
        .choices(otherLabels)
        .default('refuse'),
    )
    .option('--rest <label>', 'the label of all text for which the files have none; none if not given')
    .addOption(
      new Option('--offsets <unit>', 'in what offsets count, in place of what the files say').choices(
        datasetUnits,
      ),
    )
    .addOption(
      new Option(
        '--least-aligned <percent>',
        'how much of a text without offsets has to stand in its document',
      )
        .argParser(percent)
        .default(defaultLeastAligned, `${100 * defaultLeastAligned}`),
    )
    .option('--overwrite', 'take these labels in place of different ones that a document has already')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--undo <step>', 'take the import back that ended with this name, instead of importing')
    .addOption(labelsOption())
    .addHelpText('after', importHelp)
    .action(async (folder: string, given: unknown, command: Command) => {
      const options = optionsSchema.parse(given)
      if (options.undo !== undefined) process.exitCode = await undo(folder, options, options.undo)
      else if (options.from === undefined)
        command.error("error: required option '--from <path>' not specified", {
          exitCode: exitCode.wrongUsage,
        })
      else process.exitCode = await importLabels(folder, options, options.from)
    })
}

type Fates = ImportRequest['labels']

function mapped(given: string, before: Fates = []): Fates {
  const at = given.lastIndexOf('=')
  if (at < 1) throw new InvalidArgumentError('Say it as label=label.')
  return [...before, { label: given.slice(0, at), becomes: given.slice(at + 1) || null }]
}

function percent(given: string): number {
  const number = Number(given)
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('Give a number from 0 to 100.')
  return number / 100
}

function importLabels(folder: string, options: Options, from: string): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const { asSuggestions: model, annotator } = options
    const request: ImportRequest = {
      corpus: corpus.folder.id,
      source: winnow.importSource(from),
      format: options.format,
      as: model === undefined ? { kind: 'labels', annotator } : { kind: 'suggestions', model },
      of: options.of,
      status: options.status,
      overwrite: options.overwrite,
      labels: options.map,
      others: options.others,
      rest: options.rest,
      unit: options.offsets,
      leastAligned: options.leastAligned,
      job,
    }
    const { service } = winnow
    const isGood = options.dryRun
      ? tellPreview(await stoppable(winnow, () => service.importPreview(request)))
      : tellImport(await stoppable(winnow, () => service.importLabels(request)), folder, options)
    if (isGood === null) return exitCode.failed
    return isGood && troubles.length === 0 ? exitCode.good : exitCode.leftOut
  })
}

/** Whether nothing was refused; null if it was stopped. */
function tellPreview(preview: ImportPreview): boolean | null {
  const { documents, labels, items, otherUnit, aligned } = preview
  tellRefused(preview.refused, preview.refusedCount)
  for (const { document, change, others, example } of items)
    if (example)
      remark(
        `${document}: ${change === 'conflict' ? 'stays as it is, as' : 'loses'} ${others} other labels${change === 'conflict' ? ' are there' : ''}, first “${example.text}”, which is ${example.label}`,
      )
  tellLabels(labels)
  if (otherUnit)
    console.log(
      `offsets of ${otherUnit.documents} documents fit as ${otherUnit.unit}: use --offsets ${otherUnit.unit}`,
    )
  if (aligned)
    console.log(
      `${Math.floor(100 * aligned.mean)} % of the text stands in ${aligned.documents} documents, ${Math.floor(100 * aligned.least)} % in the one with the least`,
    )
  console.log(
    `${preview.format}: ${documents.new} documents would be new, ${documents.changed} changed, ${documents.conflict} are labelled otherwise and would stay, ${documents.unchanged} are so already, ${preview.refusedCount} refused`,
  )
  if (preview.cancelled) return null
  return preview.refusedCount + documents.conflict === 0
}

/** Whether nothing was refused; null if it was stopped. */
function tellImport(done: ImportReply, folder: string, { labels }: Options): boolean | null {
  tellRefused(done.refused, done.refusedCount)
  tellLabels(done.labels)
  if (done.added.length > 0) console.log(printable(`added to the label set: ${done.added.join(', ')}`))
  console.log(
    `${done.documents} documents with ${done.segments} labelled segments are imported, ${done.unchanged} were so already, ${done.refusedCount} are refused`,
  )
  if (done.step !== null) {
    const place = labels === undefined ? '' : ` --labels ${labels}`
    console.log(printable(`to take it back: winnow import ${folder} --undo ${done.step}${place}`))
  }
  if (done.trouble !== null) remark(done.trouble)
  if (done.cancelled)
    remark('The import was stopped. What is imported is saved; import the file again to go on.')
  if (done.cancelled || done.trouble !== null) return null
  return done.refusedCount === 0
}

/** Says what became of the labels of the files that are none of the label set. */
function tellLabels(labels: ImportPreview['labels']): void {
  for (const { name, segments, becomes, missing } of labels) {
    const fate = becomes !== null ? `becomes ${becomes}` : missing ? 'is not in the label set' : 'is left out'
    if (becomes !== name) console.log(printable(`${name}, in ${segments} segments, ${fate}`))
  }
}

function tellRefused(refused: readonly ImportRefusal[], count: number): void {
  for (const { where, document, reason } of refused)
    remark(`${where}${document === null ? '' : `, ${document}`}: ${reason}`)
  if (count > refused.length) remark(`… and ${count - refused.length} more`)
}

function undo(folder: string, options: Options, step: string): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus) => {
    const undone = await stoppable(winnow, () =>
      winnow.service.undoImport({ corpus: corpus.folder.id, step, job }),
    )
    for (const { document, reason } of undone.kept) remark(`${document}: ${reason}`)
    console.log(`the import is taken back in ${undone.documents} documents`)
    if (undone.trouble !== null) remark(undone.trouble)
    if (undone.cancelled || undone.trouble !== null) return exitCode.failed
    return undone.kept.length > 0 ? exitCode.leftOut : exitCode.good
  })
}

/** Does `work`, which Ctrl+C ends, and shows how far it is. */
async function stoppable<T>(winnow: Winnow, work: () => Promise<T>): Promise<T> {
  const stop = (): void => void winnow.service.cancelJob({ job })
  process.once('SIGINT', stop)
  const end = showProgress(winnow, job)
  try {
    return await work()
  } finally {
    end()
    process.off('SIGINT', stop)
  }
}
