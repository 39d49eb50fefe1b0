import { type Command, Option } from 'commander'
import { z } from 'zod'
import { snapshotDaySchema } from '../core/backups/snapshot-file.ts'
import { trashIdSchema } from '../core/backups/trash-file.ts'
import type { Corpus } from '../core/contract.ts'
import type { Restored, TrashEntry } from '../core/contract-backups.ts'
import type { Winnow } from '../node/winnow.ts'
import { annotatorOption, corpusOptionsSchema, labelsOption, parsedBy } from './corpus-options.ts'
import { counted } from './counted.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  day: snapshotDaySchema.optional(),
  trash: trashIdSchema.optional(),
  overwrite: z.boolean().default(false),
  dryRun: z.boolean().default(false),
})

type Options = z.infer<typeof optionsSchema>

const job = 'restore'

/** `winnow restore`: gives documents the labels back that they had on a day, or that are in the trash. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('list the snapshots and the trash of a corpus, or put labels back from there')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .addOption(
      new Option('--day <day>', 'the labels as they were at the beginning of this day, as 2026-11-30')
        .argParser(parsedBy(snapshotDaySchema))
        .conflicts('trash'),
    )
    .addOption(
      new Option('--trash <entry>', 'what is in the trash under this name').argParser(
        parsedBy(trashIdSchema),
      ),
    )
    .option('--overwrite', 'with --trash: also over labels that were given since')
    .option('--dry-run', 'say which documents have other labels now, and change nothing')
    .addOption(annotatorOption().default(undefined, 'of all annotators'))
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
A snapshot is made each day before labels are first changed, and kept for 14 days. Labels that give way to
others are in the trash afterwards. Documents that have labels only now stay as they are.

Examples:
  winnow restore dumps
  winnow restore dumps --day 2026-11-30 --dry-run
  winnow restore dumps --day 2026-11-30 --annotator linh
  winnow restore dumps --trash 20261130T093005.123Z-1f0c2a9b
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      const options = optionsSchema.parse(given)
      process.exitCode = await withCorpus(folder, options, async (winnow, corpus) => {
        const end = showProgress(winnow, job)
        try {
          if (options.day !== undefined) return await restoreDay(winnow, corpus, options, options.day)
          if (options.trash !== undefined) return await restoreTrash(winnow, corpus, options, options.trash)
          return await list(winnow, corpus)
        } finally {
          end()
        }
      })
    })
}

async function list({ service }: Winnow, { folder }: Corpus): Promise<number> {
  const corpus = folder.id
  const { days } = await service.listDays({ corpus })
  for (const { day, files } of days) console.log(`${day}: snapshot of ${counted(files, 'file')}`)
  const { entries, troubles } = await service.listTrash({ corpus })
  for (const each of entries)
    console.log(printable(`${each.entry}: ${titleOf(each)}, ${counted(each.documents, 'document')}`))
  for (const trouble of troubles) remark(trouble)
  if (days.length + entries.length === 0) console.log('There are no snapshots, and nothing is in the trash.')
  return troubles.length > 0 ? exitCode.leftOut : exitCode.good
}

function titleOf({ what }: TrashEntry): string {
  if (what.kind === 'document') return `labels of ${what.document} by ${what.annotator}`
  if (what.kind === 'annotator') return `all labels of ${what.annotator}`
  if (what.kind === 'label')
    return `removed from the label set: ${what.labels.map(({ name }) => name).join(', ')}`
  return what.day === null
    ? 'labels that gave way to some from the trash'
    : `labels that gave way to those of ${what.day}`
}

async function restoreDay(
  { service }: Winnow,
  corpus: Corpus,
  { annotator, dryRun, labels }: Options,
  day: string,
): Promise<number> {
  const request = { corpus: corpus.folder.id, day, annotator, job }
  if (!dryRun) return told(await service.restoreDay(request), corpus, labels)
  const compared = await service.compareDay(request)
  for (const { annotator: whose, document, labelledNow, labelledEarlier } of compared.documents)
    console.log(
      printable(
        `${whose}, ${document}: ${labelledNow === null ? 'no labels' : `${labelledNow} labelled`} now, ${labelledEarlier} then`,
      ),
    )
  for (const trouble of compared.troubles) remark(trouble)
  console.log(
    `${counted(compared.documentsCount, 'document')} would get other labels, ${compared.same} are as they were, ${compared.onlyNow} have labels only now`,
  )
  return compared.troubles.length > 0 ? exitCode.leftOut : exitCode.good
}

async function restoreTrash(
  { service }: Winnow,
  corpus: Corpus,
  { overwrite, dryRun, labels }: Options,
  entry: string,
): Promise<number> {
  const request = { corpus: corpus.folder.id, entry, job }
  if (!dryRun) return told(await service.restoreTrash({ ...request, overwrite }), corpus, labels)
  const { documents, inTheWay, inTheWayCount } = await service.previewTrash(request)
  for (const { annotator, document } of inTheWay)
    console.log(printable(`${annotator}, ${document}: was labelled anew since`))
  console.log(
    `${counted(documents, 'document')} would get labels back, ${inTheWayCount} were labelled anew since`,
  )
  return exitCode.good
}

function told(restored: Restored, { folder }: Corpus, labels: string | undefined): number {
  const { documents, segments, inTheWay, inTheWayCount, replaced, trouble, cancelled } = restored
  for (const { annotator, document } of inTheWay)
    remark(
      `${annotator}, ${document}: was labelled anew since and stays as it is; --overwrite restores it too`,
    )
  console.log(
    `${counted(documents, 'document')} with ${counted(segments, 'labelled segment')} restored, ${inTheWayCount} left as they are`,
  )
  if (replaced !== null) {
    const place = labels === undefined ? '' : ` --labels ${labels}`
    console.log(
      printable(`to take it back: winnow restore ${folder.path} --trash ${replaced} --overwrite${place}`),
    )
  }
  if (trouble !== null) remark(trouble)
  if (trouble !== null || cancelled) return exitCode.failed
  return inTheWayCount > 0 ? exitCode.leftOut : exitCode.good
}
