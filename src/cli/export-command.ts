import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { exportFormats } from '../core/contract.ts'
import { offsetUnits } from '../core/offsets.ts'
import { type LabelOrigin, labelOrigins } from '../core/segment.ts'
import { annotatorOption, corpusOptionsSchema, labelsOption, listOption } from './corpus-options.ts'
import { counted } from './counted.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  format: z.enum(exportFormats),
  out: z.string(),
  offsets: z.enum(offsetUnits),
  onlyDone: z.boolean().default(false),
  by: z.array(z.enum(labelOrigins)).optional(),
  list: z.string().optional(),
  force: z.boolean().default(false),
})

const job = 'export'

/** `winnow export`: writes the labels of one annotator for training. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the labels of a corpus for the training of a cleaner')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .addOption(
      new Option(
        '--format <format>',
        'jsonl: a document a line with its segments; text: what a cleaner keeps, a file a document',
      )
        .choices(exportFormats)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'the file to write; for text, a new folder')
    .addOption(
      new Option('--offsets <unit>', 'in what start and end count; Python slices by code points')
        .choices(offsetUnits)
        .default('codepoint'),
    )
    .option('--only-done', 'only documents that are marked as done')
    .addOption(
      new Option(
        '--by <ways>',
        `only labels that came to be so, the others count as not given; of ${labelOrigins.join(',')}`,
      ).argParser(origins),
    )
    .option('--force', 'replace the file if there is one; a folder is never replaced')
    .addOption(listOption())
    .addOption(annotatorOption())
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
Examples:
  winnow export dumps --format jsonl --out labels.jsonl
  winnow export dumps --format jsonl --out labels.jsonl --offsets byte --only-done
  winnow export dumps --format jsonl --out labels.jsonl --by human
  winnow export dumps --format text --out cleaned --annotator linh
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      process.exitCode = await exportCorpus(folder, optionsSchema.parse(given))
    })
}

function origins(given: string): LabelOrigin[] {
  return given.split(',').map((name) => {
    const origin = labelOrigins.find((one) => one === name.trim())
    if (origin === undefined) throw new InvalidArgumentError(`Name one or more of ${labelOrigins.join(',')}.`)
    return origin
  })
}

async function exportCorpus(folder: string, options: z.infer<typeof optionsSchema>): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const stop = (): void => void winnow.service.cancelJob({ job })
    process.once('SIGINT', stop)
    const done = await winnow.service.exportCorpus({
      corpus: corpus.folder.id,
      format: options.format,
      offsets: options.offsets,
      onlyDone: options.onlyDone,
      by: options.by,
      annotator: options.annotator,
      list: options.list,
      target: winnow.exportTarget(resolve(options.out), options.force),
      job,
    })
    process.off('SIGINT', stop)
    for (const { document, reason } of done.leftOut) remark(`${document} is left out: ${reason}`)
    console.log(
      printable(
        `${counted(done.documents, 'document')} with ${counted(done.segments, 'segment')}, ${done.unlabelled} of them without a label, are in ${done.path}`,
      ),
    )
    return done.leftOut.length + troubles.length > 0 ? exitCode.leftOut : exitCode.good
  })
}
