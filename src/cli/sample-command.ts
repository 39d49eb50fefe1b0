import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { statuses } from '../core/annotation.ts'
import type { Value } from '../core/contract.ts'
import { mostGivenIds } from '../core/contract-work-lists.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { givenIds } from '../core/work-list/given-ids.ts'
import {
  mostSample,
  mostSeed,
  strataKinds,
  type WorkListChoice,
  workListChoiceSchema,
  workListFilterSchema,
} from '../core/work-list/work-list-choice.ts'
import { diskReason } from '../node/disk-error.ts'
import { annotatorOption, corpusOptionsSchema, labelsOption, workListName } from './corpus-options.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { columnValues, namedStatuses, names, strata, wholeNumber } from './sample-options.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema.extend({
  name: z.string(),
  n: z.number().optional(),
  by: workListChoiceSchema.shape.sample.unwrap().shape.by.optional(),
  seed: z.number(),
  ids: z.string().optional(),
  text: z.string().optional(),
  state: z.array(z.enum(statuses)).optional(),
  site: z.array(z.string()).optional(),
  language: z.array(z.string()).optional(),
  column: workListFilterSchema.shape.column,
  smallest: z.number().optional(),
  largest: z.number().optional(),
  force: z.boolean().default(false),
})

type Options = z.infer<typeof optionsSchema>

const job = 'sample'

/** `winnow sample`: makes a work list, a named selection of documents. */
export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .description('make a work list: a named selection of documents to label')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .addOption(
      new Option('--name <name>', 'how the work list is called')
        .argParser(workListName)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--n <count>', 'how many documents to draw; all that fit if not given').argParser(
        wholeNumber(1, mostSample),
      ),
    )
    .addOption(
      new Option(
        '--by <kind>',
        `draw in proportion from each ${strataKinds.join(', ')} or column:NAME, at least one of each`,
      ).argParser(strata),
    )
    .addOption(
      new Option('--seed <number>', 'another one draws other documents')
        .argParser(wholeNumber(0, mostSeed))
        .default(0),
    )
    .option('--ids <file>', 'only documents whose ids this file has, one a line')
    .option('--text <text>', 'only documents with this in their name')
    .addOption(
      new Option(
        '--state <states>',
        `only documents that are so for the annotator; of ${statuses.join(',')}`,
      ).argParser(namedStatuses),
    )
    .addOption(new Option('--site <sites>', 'only documents of these sites').argParser(names))
    .addOption(new Option('--language <codes>', 'only documents in these languages: vi,en').argParser(names))
    .addOption(
      new Option('--column <name=value>', 'only records with this in a column').argParser(columnValues),
    )
    .addOption(new Option('--smallest <bytes>', 'only documents of this size on').argParser(wholeNumber(0)))
    .addOption(new Option('--largest <bytes>', 'only documents up to this size').argParser(wholeNumber(0)))
    .option('--force', 'replace the work list if there is one; the one before stays as .bak')
    .addOption(annotatorOption())
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
The work list is kept in winnow/work-lists/<name>.json; choose it in the window, or give --list <name>
to export, suggest and stats. The same corpus, options and seed give the same list, and documents that
come to the corpus later change few of a new one.

Examples:
  winnow sample dumps --n 500 --by site --seed 7 --name pilot
  winnow sample dumps --n 50 --state new --smallest 2000 --name second-round
  winnow sample dumps --n 300 --by column:meta.topic --language vi --name topics
  winnow sample dumps --ids wanted.txt --name wanted
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown, command: Command) => {
      const options = optionsSchema.parse(given)
      if (options.by !== undefined && options.n === undefined)
        command.error('error: --by says how to draw a sample: give its size with --n')
      process.exitCode = await sample(folder, options)
    })
}

async function sample(folder: string, options: Options): Promise<number> {
  const documents = options.ids === undefined ? undefined : await readIds(options.ids)
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const stop = (): void => void winnow.service.cancelJob({ job })
    process.once('SIGINT', stop)
    const end = showProgress(winnow, job)
    const made = await winnow.service
      .makeWorkList({
        corpus: corpus.folder.id,
        name: options.name,
        choice: choiceOf(options),
        documents,
        replace: options.force,
        job,
      })
      .finally(end)
    process.off('SIGINT', stop)
    for (const id of made.unknown) remark(`${id} is left out: there is no such document in the corpus.`)
    const more = made.unknownCount - made.unknown.length
    if (more > 0) remark(`${more} more are left out that are not in the corpus.`)
    console.log(lines(made, options).map(printable).join('\n'))
    return made.unknownCount + troubles.length > 0 ? exitCode.leftOut : exitCode.good
  })
}

const choiceOf = ({
  text,
  state,
  site,
  language,
  column,
  smallest,
  largest,
  n,
  seed,
  by,
}: Options): WorkListChoice => ({
  filter: { text, statuses: state, sites: site, languages: language, column, smallest, largest },
  sample: n === undefined ? null : { size: n, seed, by: by ?? null },
})

async function readIds(path: string): Promise<string[]> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : diskReason(error)
    throw new WinnowError(
      'bad-request',
      `The ids in ${path} could not be read: ${reason}. No list was made.`,
      {
        cause: error,
      },
    )
  }
  const ids = givenIds(text)
  if (ids.length <= mostGivenIds) return ids
  throw new WinnowError(
    'bad-request',
    `${path} has ${ids.length} ids; a work list is chosen from ${mostGivenIds} at most. No list was made.`,
  )
}

function lines(made: Value<'makeWorkList'>, { by }: Options): string[] {
  const first = `${made.chosen} of ${made.matching} documents are in the work list ${made.path}`
  if (by === undefined) return [first]
  const strata = made.strata.map(
    ({ stratum, documents, drawn }) => `  ${stratum || '(none)'}: ${drawn} of ${documents}`,
  )
  const more = made.strataCount - made.strata.length
  return [first, ...strata, ...(more > 0 ? [`  and ${more} smaller ones`] : [])]
}
