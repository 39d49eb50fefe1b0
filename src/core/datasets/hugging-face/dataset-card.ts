import type { OffsetUnit } from '../../offsets.ts'
import type { LabelOrigin } from '../../segment.ts'
import type { SplitOptions } from '../../splits/split-options.ts'
import type { SplitReport } from '../../splits/split-report.ts'
import { splitSummary, warningSentence } from '../../splits/split-sentences.ts'
import { type DatasetLabel, type SplitName, splitNames } from '../dataset-document.ts'
import type { RowColumn } from '../parquet/row-columns.ts'
import { type YamlValue, yamlOf } from './yaml.ts'

/** What a split of a dataset holds. */
export interface CardSplit {
  readonly documents: number
  readonly rows: number
  /** How many segments have each label; those without one under ''. */
  readonly segments: ReadonlyMap<string, number>
}

/** What is known of a dataset that is done. */
export interface CardFacts {
  readonly corpus: string
  readonly labels: readonly DatasetLabel[]
  readonly unit: OffsetUnit
  readonly columns: readonly RowColumn[]
  /** What a row is. */
  readonly rows: 'documents' | 'segments'
  /** Those that the dataset has; all of it in `train` where it is not split. */
  readonly splits: ReadonlyMap<SplitName, CardSplit>
  /** How many bytes its Parquet files have together. */
  readonly bytes: number
  readonly languages: ReadonlySet<string>
  readonly annotators: ReadonlySet<string>
  readonly origins: ReadonlySet<LabelOrigin>
  /** What the annotators agreed on, as Markdown; null where nothing is written down. */
  readonly guidelines: string | null
  /** How it was split; null where it was not. */
  readonly split: { readonly options: SplitOptions; readonly report: SplitReport } | null
}

/** The `README.md` of a dataset folder: the facts that Hugging Face reads as YAML, and a text made from the corpus. */
export function datasetCard(facts: CardFacts): string {
  return `---\n${yamlOf(frontMatter(facts))}---\n\n${sections(facts).join('\n\n')}\n`
}

function frontMatter({ corpus, columns, splits, bytes, languages, origins }: CardFacts) {
  const present = splitNames.filter((split) => splits.has(split))
  const rows = present.reduce((sum, split) => sum + (splits.get(split)?.rows ?? 0), 0)
  return {
    pretty_name: corpus,
    ...(languages.size > 0 ? { language: [...languages].sort() } : {}),
    ...(languages.size > 0 ? { multilinguality: [languages.size > 1 ? 'multilingual' : 'monolingual'] } : {}),
    annotations_creators: [
      'expert-generated',
      // A person agreed to each of them, but a program had said it first.
      ...(origins.has('accepted') ? ['machine-generated'] : []),
    ],
    language_creators: ['found'],
    source_datasets: ['original'],
    task_categories: ['token-classification', 'text-classification'],
    tags: ['boilerplate-removal', 'web', 'winnow'],
    size_categories: [sizeCategory(rows)],
    configs: [
      {
        config_name: 'default',
        data_files: present.map((split) => ({ split, path: `data/${split}-*` })),
      },
    ],
    dataset_info: {
      features: columns.map(featureOf),
      splits: present.map((split) => ({ name: split, num_examples: splits.get(split)?.rows ?? 0 })),
      download_size: bytes,
    },
  }
}

const featureOf = (column: RowColumn): YamlValue =>
  'list' in column
    ? { name: column.name, list: column.list.map(featureOf) }
    : { name: column.name, dtype: column.type }

const sizes = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
  [1e8, '10M<n<100M'],
  [1e9, '100M<n<1B'],
] as const

const sizeCategory = (rows: number): string => sizes.find(([most]) => rows < most)?.[1] ?? 'n>1B'

const number = (value: number): string => value.toLocaleString('en')

function sections(facts: CardFacts): string[] {
  const { corpus, guidelines, split } = facts
  return [
    `# ${oneLine(corpus)}`,
    introduction(facts),
    '## Labels',
    labelTable(facts),
    '## Counts',
    countTable(facts),
    ...(split ? ['## How it was split', splitText(split)] : []),
    '## How it was labelled',
    labellingText(facts),
    ...(guidelines?.trim() ? ['## Guidelines', demoted(guidelines.trim())] : []),
    '## Licence',
    'Not stated. The texts belong to those who published them; whoever publishes this dataset says under which licence.',
  ]
}

const unitNames: Record<OffsetUnit, string> = {
  codepoint: 'Unicode code points, as Python slices',
  utf16: 'UTF-16 code units, as JavaScript, Java and C# slice',
  byte: 'bytes of the text in UTF-8',
  grapheme: 'grapheme clusters, what a person takes for one character',
}

const introduction = ({ rows, unit }: CardFacts): string =>
  rows === 'documents'
    ? `Web pages as a crawler left them, cut into segments each of which is labelled as what it is. A row is a document; its \`segments\` are half-open ranges \`[start, end)\` of its \`text\`, counted in ${unitNames[unit]}.`
    : `Segments of web pages as a crawler left them, each labelled as what it is. A row is a segment; \`start\` and \`end\` are its half-open range in its document, counted in ${unitNames[unit]}.`

const labelTable = ({ labels }: CardFacts): string =>
  table(
    ['label', 'a cleaner', 'what it is'],
    labels.map(({ name, keep, description }) => [
      code(name),
      keep ? 'keeps it' : 'drops it',
      cell(description),
    ]),
  )

function countTable({ labels, splits }: CardFacts): string {
  const present = splitNames.flatMap((split) => {
    const counts = splits.get(split)
    return counts ? [{ split, counts }] : []
  })
  const known = labels.map(({ name }) => name)
  const others = present.flatMap(({ counts }) => [...counts.segments.keys()])
  const names = [...new Set([...known, ...others.filter((name) => name !== '').sort()])]
  const row = (title: string, value: (counts: CardSplit) => number): string[] => [
    title,
    ...present.map(({ counts }) => number(value(counts))),
  ]
  const unlabelled = others.includes('')
  return table(
    ['', ...present.map(({ split }) => split)],
    [
      row('documents', ({ documents }) => documents),
      ...names.map((name) => row(code(name), ({ segments }) => segments.get(name) ?? 0)),
      ...(unlabelled ? [row('without a label', ({ segments }) => segments.get('') ?? 0)] : []),
    ],
  )
}

function splitText({ options, report }: NonNullable<CardFacts['split']>): string {
  const { shares, seed, bySite, nearDuplicates, stratify } = options
  const wanted =
    shares.kind === 'ratio'
      ? `${shares.train} : ${shares.validation} : ${shares.test} for training, validation and test`
      : `${number(shares.validation)} documents for validation, ${number(shares.test)} for test and the rest for training`
  const rules = [
    bySite ? 'all pages of a site are in one split' : 'the pages of a site may be in different splits',
    nearDuplicates
      ? 'near-duplicate pages are in one split (MinHash over shingles of five words, 80 % alike)'
      : 'near-duplicate pages may be in different splits',
    stratify
      ? 'each split has its share of every label, as far as groups allow'
      : 'labels were not looked at',
  ]
  const warnings = report.warnings.map((warning) => `- ${oneLine(warningSentence(warning))}`)
  return [
    `Asked for: ${wanted}, seed ${seed}; ${rules.join('; ')}.`,
    splitSummary(report).join(' '),
    ...(warnings.length > 0 ? [warnings.join('\n')] : []),
  ].join('\n\n')
}

function labellingText({ annotators, origins }: CardFacts): string {
  const ways: Record<LabelOrigin, string> = {
    human: 'given by an annotator to this very segment (`by` is `human`)',
    accepted: 'suggested by Winnow and accepted by an annotator (`accepted`)',
    propagated:
      'given by an annotator to all repeats of a line (`propagated`, with `from` naming the document or rule)',
  }
  const found = (['human', 'accepted', 'propagated'] as const).filter((origin) => origins.has(origin))
  const people = annotators.size === 1 ? 'one annotator' : `${annotators.size} annotators`
  return `With Winnow, by ${people}. ${found.length > 0 ? `Labels were ${found.map((origin) => ways[origin]).join('; or ')}.` : 'There are no labels yet.'}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Text in a cell of a table. */
const cell = (text: string): string => oneLine(text).replace(/[\\|]/g, '\\$&')

/** A name as code, also in a cell; it may hold backticks. */
function code(name: string): string {
  const runs = [...name.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const padding = /^`|`$/.test(name) ? ' ' : ''
  return `${fence}${padding}${oneLine(name)}${padding}${fence}`.replaceAll('|', '\\|')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Markdown with its headings two levels lower, so that they stand below the card's own; code stays as it is. */
function demoted(markdown: string): string {
  let fence: string | null = null
  return markdown
    .split(/\r\n|\n|\r/)
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
      if (fence !== null) {
        if (mark?.startsWith(fence)) fence = null
        return line
      }
      if (mark !== undefined) fence = mark
      return line.replace(
        /^( {0,3})(#{1,6})(?=\s|$)/,
        (_, indent: string, marks: string) => `${indent}${'#'.repeat(Math.min(6, marks.length + 2))}`,
      )
    })
    .join('\n')
}
