import type { Command } from 'commander'
import { z } from 'zod'
import { annotatorOption, corpusOptionsSchema, labelsOption, listOption } from './corpus-options.ts'
import { counted } from './counted.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  out: z.string(),
  priorOnly: z.boolean().default(false),
  list: z.string().optional(),
  force: z.boolean().default(false),
})

const job = 'suggest'

/** `winnow suggest`: writes what a model makes of the documents that nobody has finished. */
export function addSuggestCommand(program: Command): void {
  program
    .command('suggest')
    .description('write what Winnow thinks the segments of unfinished documents are')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .requiredOption('--out <file>', 'the file to write')
    .option('--prior-only', 'do not learn from the labels in the corpus')
    .option('--force', 'replace the file if there is one')
    .addOption(listOption())
    .addOption(annotatorOption())
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
Learns from the labels of one annotator: from documents that are done, and from what is labelled of
others. Then writes one line for each document that is not done, in the order of their names:
{"document", "offsets": "codepoint", "segments": [{"start", "end", "label", "confidence"}]}.
All segments of a document are there. One that the annotator has labelled already has that label and
confidence 1; one for which the label set has no fitting label has the label null and confidence 0.
The same corpus with the same labels gives the same file. No labels are changed.

Examples:
  winnow suggest dumps --out suggestions.jsonl
  winnow suggest dumps --out suggestions.jsonl --annotator linh
  winnow suggest dumps --out suggestions.jsonl --prior-only
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      process.exitCode = await suggest(folder, optionsSchema.parse(given))
    })
}

async function suggest(folder: string, options: z.infer<typeof optionsSchema>): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const stop = (): void => void winnow.service.cancelJob({ job })
    process.once('SIGINT', stop)
    const end = showProgress(winnow, job)
    const done = await winnow.service
      .suggestCorpus({
        corpus: corpus.folder.id,
        annotator: options.annotator,
        list: options.list,
        priorOnly: options.priorOnly,
        target: winnow.exportTarget(options.out, options.force),
        job,
      })
      .finally(end)
    process.off('SIGINT', stop)
    for (const { document, reason } of done.leftOut) remark(`${document} is left out: ${reason}`)
    console.log(
      printable(
        `Suggestions for ${counted(done.segments, 'segment')} in ${counted(done.documents, 'document')} are in ${done.path}; learned from ${counted(done.learned, 'document')}`,
      ),
    )
    return done.leftOut.length + troubles.length > 0 ? exitCode.leftOut : exitCode.good
  })
}
