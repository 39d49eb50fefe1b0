import type { Command } from 'commander'
import { z } from 'zod'
import { corpusOptionsSchema, labelsOption } from './corpus-options.ts'
import { counted } from './counted.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable, printableJson } from './printable.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema
  .omit({ annotator: true })
  .extend({ json: z.boolean().default(false) })

/** `winnow check`: whether every labels file still says the truth about its dump. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('check every labels file against its dump')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .option('--json', 'as JSON, for a program')
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
Of each labels file it checks that it can be read, that its segments are sorted, do not overlap and
leave out no text, that the dump has not changed since, and that the offsets slice the saved text.

Examples:
  winnow check dumps
  winnow check dumps --json
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      process.exitCode = await check(folder, optionsSchema.parse(given))
    })
}

async function check(folder: string, options: z.infer<typeof optionsSchema>): Promise<number> {
  return withCorpus(folder, options, async ({ service }, corpus, troubles) => {
    const found = await service.checkCorpus({ corpus: corpus.folder.id })
    if (options.json) console.log(printableJson(found))
    else {
      for (const { file, fault } of found.faults) console.log(printable(`${file}: ${fault}`))
      console.log(
        printable(
          `${found.corpus}: ${counted(found.files, 'labels file')}, ${counted(found.faults.length, 'fault')}`,
        ),
      )
    }
    if (found.faults.length > 0) return exitCode.failed
    return troubles.length > 0 ? exitCode.leftOut : exitCode.good
  })
}
