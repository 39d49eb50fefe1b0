import { type Command, Option } from 'commander'
import { z } from 'zod'
import { statuses } from '../core/annotation.ts'
import { importFormats } from '../core/contract-import.ts'
import { annotatorOption, corpusOptionsSchema, labelsOption } from './corpus-options.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  format: z.enum(importFormats),
  status: z.enum(statuses).optional(),
  overwrite: z.boolean().default(false),
  addLabels: z.boolean().default(false),
})

const job = 'import'

/** `winnow import`: takes labels in that Winnow or another program has written. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('take the labels of a file in, as those of one annotator')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .argument('<file>', 'the labels')
    .addOption(
      new Option('--format <format>', 'jsonl: a document a line, as winnow export writes it')
        .choices(importFormats)
        .makeOptionMandatory(),
    )
    .addOption(annotatorOption())
    .addOption(
      new Option(
        '--status <status>',
        'the status of these documents; what the file says if not given',
      ).choices(statuses),
    )
    .option('--overwrite', 'take these labels in place of different ones that a document has already')
    .option('--add-labels', 'add labels to the label set that it does not have; a cleaner drops their text')
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
Each line is one document: {"id", "text", "offsets", "sha256", "status", "segments": [{"start", "end",
"text", "label", "by"}]}. Only id and segments have to be there; offsets count code points unless the
line says utf16 or byte. A document is found by its id, and where that is another text or none, by its
content. Nothing is taken in whose text or offsets do not fit. Text that the segments leave out stays
without a label. Labels that a document has already are never lost unless --overwrite is given.

Examples:
  winnow import dumps labels.jsonl --format jsonl
  winnow import dumps labels.jsonl --format jsonl --annotator linh --status done
${exitCodeHelp}`,
    )
    .action(async (folder: string, file: string, given: unknown) => {
      process.exitCode = await importLabels(folder, file, optionsSchema.parse(given))
    })
}

async function importLabels(
  folder: string,
  file: string,
  options: z.infer<typeof optionsSchema>,
): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const stop = (): void => void winnow.service.cancelJob({ job })
    process.once('SIGINT', stop)
    const end = showProgress(winnow, job)
    const { format, status, overwrite, addLabels } = options
    const done = await winnow.service
      .importLabels({
        corpus: corpus.folder.id,
        format,
        source: winnow.importSource(file),
        status,
        overwrite,
        addLabels,
        job,
      })
      .finally(end)
    process.off('SIGINT', stop)
    for (const { line, document, reason } of done.refused)
      remark(`line ${line}${document === null ? '' : `, ${document}`}: ${reason}`)
    if (done.added.length > 0) console.log(printable(`added to the label set: ${done.added.join(', ')}`))
    console.log(
      `${done.documents} documents with ${done.segments} labelled segments are imported, ${done.unchanged} were so already, ${done.refused.length} lines are refused`,
    )
    if (done.cancelled)
      remark('The import was stopped. What is imported is saved; import the file again to go on.')
    if (done.cancelled) return exitCode.failed
    return done.refused.length + troubles.length > 0 ? exitCode.leftOut : exitCode.good
  })
}
