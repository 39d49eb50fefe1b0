import type { Command } from 'commander'
import { z } from 'zod'
import type { Value } from '../core/contract.ts'
import type { Survey } from '../core/contract-survey.ts'
import { corpusOptionsSchema, labelsOption, listOption } from './corpus-options.ts'
import { counted } from './counted.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { printable, printableJson } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { surveyLines } from './survey-lines.ts'
import { withCorpus } from './with-corpus.ts'

const optionsSchema = corpusOptionsSchema
  .omit({ annotator: true })
  .extend({ json: z.boolean().default(false), list: z.string().optional(), read: z.boolean().default(false) })

const job = 'stats'

/** `winnow stats`: what a corpus is made of, and how far each annotator has come with it. */
export function addStatsCommand(program: Command): void {
  program
    .command('stats')
    .description('tell what a corpus is made of, and how far each annotator has come')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .option('--json', 'as JSON, for a program')
    .option('--read', 'read all documents, and tell their encodings and languages too')
    .addOption(listOption())
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
Examples:
  winnow stats dumps
  winnow stats dumps --json
  winnow stats dumps --list pilot
  winnow stats dumps --read
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      process.exitCode = await stats(folder, optionsSchema.parse(given))
    })
}

async function stats(folder: string, options: z.infer<typeof optionsSchema>): Promise<number> {
  return withCorpus(folder, options, async (winnow, corpus, troubles) => {
    const { list, read } = options
    const asked = { corpus: corpus.folder.id, list }
    const found = await winnow.service.statsCorpus(asked)
    const stop = (): void => void winnow.service.cancelJob({ job })
    process.once('SIGINT', stop)
    const end = showProgress(winnow, job)
    const survey = await winnow.service.surveyCorpus({ ...asked, read, job }).finally(end)
    process.off('SIGINT', stop)
    const leftOut = [
      ...(survey.contents?.leftOut ?? []),
      ...found.annotators.flatMap((annotator) => annotator.leftOut),
    ]
    for (const trouble of found.troubles) remark(trouble)
    for (const { document, reason } of leftOut) remark(`${document} is left out: ${reason}`)
    console.log(
      options.json ? printableJson({ ...found, ...survey }) : table(found, survey).map(printable).join('\n'),
    )
    const count = leftOut.length + found.troubles.length + troubles.length
    return count > 0 ? exitCode.leftOut : exitCode.good
  })
}

/** How labels came to be, after their number. */
const howMade = { human: 'labelled by hand', accepted: 'accepted as suggested', propagated: 'propagated' }

/** The figures as lines for a person. */
function table(found: Value<'statsCorpus'>, survey: Survey): string[] {
  const { corpus, documents, bytes, annotators } = found
  const lines = [
    `${corpus}: ${counted(documents, 'document')}, ${counted(bytes, 'byte')}`,
    ...surveyLines(survey),
    ...sites(found),
    ...workLists(found),
  ]
  if (annotators.length === 0) lines.push('Nobody has labelled anything yet.')
  for (const annotator of annotators) {
    const { name, done, inProgress, skipped, flagged, segments, unlabelled, origins, labels } = annotator
    lines.push(
      '',
      `${name}: ${done} done, ${inProgress} in progress, ${skipped} skipped, ${flagged} flagged; ${counted(segments, 'segment')}, ${unlabelled} without a label`,
    )
    if (annotator.seconds > 0) lines.push(`  ${timeSpent(annotator)}`)
    if (origins.some(({ by }) => by !== 'human'))
      lines.push(`  ${origins.map(({ by, segments: count }) => `${count} ${howMade[by]}`).join(', ')}`)
    const width = Math.max(...labels.map(({ label }) => label.length))
    for (const { label, segments: count, characters } of labels)
      lines.push(
        `  ${label.padEnd(width)}  ${counted(count, 'segment')}, ${counted(characters, 'character')}`,
      )
  }
  return lines
}

/** How many sites are shown. */
const shownSites = 20

function sites({ sites, sitesCount }: Value<'statsCorpus'>): string[] {
  const shown = sites.slice(0, shownSites)
  const lines = shown.map(
    ({ site, documents }) => `  ${site || 'no site'}: ${counted(documents, 'document')}`,
  )
  return sitesCount > shown.length
    ? [...lines, `  and ${counted(sitesCount - shown.length, 'more site')}`]
    : lines
}

function workLists({ workLists }: Value<'statsCorpus'>): string[] {
  return workLists.flatMap(({ name, documents, progress }) => [
    '',
    `work list ${name}: ${counted(documents, 'document')}`,
    ...progress.map(
      ({ annotator, done, inProgress, skipped, flagged }) =>
        `  ${annotator}: ${done} done, ${inProgress} in progress, ${skipped} skipped, ${flagged} flagged`,
    ),
  ])
}

/** Hours of activity, and how many pages an hour they make where any is finished. */
function timeSpent({ seconds, pagesPerHour }: { seconds: number; pagesPerHour: number | null }): string {
  const hours = `${(seconds / 3600).toFixed(1)} hours of activity`
  return pagesPerHour === null ? hours : `${hours}, ${counted(pagesPerHour, 'page')} an hour`
}
