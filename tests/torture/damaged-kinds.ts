import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import type { z } from 'zod'
import { toAnnotatorName } from '../../src/core/annotator-name.ts'
import type { CallName } from '../../src/core/call-names.ts'
import { mappingsFileSchema } from '../../src/core/datasets/mappings-file.ts'
import { fromLabelsFile, labelsFileSchema } from '../../src/core/labels-file.ts'
import { projectFileSchema } from '../../src/core/project-file.ts'
import { rulesFileSchema } from '../../src/core/rules-file.ts'
import { splitPlanSchema } from '../../src/core/splits/split-plan-file.ts'
import { namedSuggestionsFileSchema } from '../../src/core/suggestions/named-suggestions-file.ts'
import { workListFileSchema } from '../../src/core/work-list/work-list-file.ts'
import { journalHeadSchema, journalStepSchema } from '../../src/node/import/import-journal.ts'
import { keptLabelsKind } from '../../src/node/suggestions/kept-labels.ts'
import { userStateSchema } from '../../src/node/user-state.ts'
import { fullCorpusTexts } from './full-corpus.ts'

/** What the service answered to all that it was asked. */
export type Answers = ReadonlyMap<string, unknown>

/** A kind of file that Winnow keeps. */
export interface DamagedKind {
  readonly name: string
  /** Below the folder in which everything is. */
  readonly path: string
  /** What the file says, read without Winnow's own reading; null where it is not what it should be. */
  readonly truth: (bytes: Buffer) => unknown
  /** What Winnow shows of it. */
  readonly shown: (answers: Answers) => unknown
  /** What is shown where it is not what it should be; that it could not be shown, if not given. */
  readonly instead?: unknown
  /** Whether it can be made anew, so that nobody has to be told. */
  readonly isCache?: true
  /** Whether the other documents can be labelled while it is damaged: not where it is about all of them. */
  readonly othersGoOn: boolean
}

function valid<T>(schema: z.ZodType<T>, bytes: Buffer): T | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const field = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce((inner: unknown, key) => (Object(inner) === inner ? Object(inner)[key] : undefined), value)

const labels = (document: string): Pick<DamagedKind, 'truth' | 'shown'> => {
  const text = fullCorpusTexts[document] ?? ''
  const sha256 = sha256Of(document)
  return {
    truth: (bytes) => {
      const file = valid(labelsFileSchema, bytes)
      if (file?.dump.sha256 !== sha256 || file.dump.encoding !== 'utf-8' || file.dump.conversion) return null
      try {
        const { segments, status, note } = fromLabelsFile(text, file)
        return { labels: segments.map(({ label }) => label), status, note }
      } catch {
        return null
      }
    },
    shown: (answers) => {
      const opened = answers.get(`openDocument ${document}`)
      const marks = field(opened, 'marks')
      if (!Array.isArray(marks)) return null
      const all = marks.flatMap((run) => Array(Number(field(run, 'count'))).fill(field(run, 'mark', 'label')))
      return { labels: all, status: field(opened, 'status'), note: field(opened, 'note') }
    },
  }
}

const sha256Of = (document: string): string =>
  createHash('sha256')
    .update(fullCorpusTexts[document] ?? '')
    .digest('hex')

const inCorpus = (name: string): string => `corpus/winnow/${name}`

/** The kinds of files below the folder in which `makeFullCorpus` made them; `journal` is the import to take back. */
export function damagedKinds(journal: string): DamagedKind[] {
  const shownOf =
    (call: CallName, ...keys: string[]) =>
    (answers: Answers) =>
      field(answers.get(call), ...keys)
  return [
    { name: 'labels file', path: inCorpus('labels/ann/a.txt.json'), ...labels('a.txt'), othersGoOn: true },
    {
      name: 'project file',
      path: inCorpus('project.json'),
      truth: (bytes) => valid(projectFileSchema, bytes)?.labelSet ?? null,
      shown: shownOf('openCorpus', 'labelSet'),
      othersGoOn: false,
    },
    {
      name: 'rules file',
      path: inCorpus('rules.json'),
      truth: (bytes) => valid(rulesFileSchema, bytes)?.rules ?? null,
      shown: shownOf('listRules', 'rules'),
      othersGoOn: true,
    },
    {
      name: 'work list',
      path: inCorpus('work-lists/first.json'),
      truth: (bytes) => {
        const list = valid(workListFileSchema, bytes)
        return list && [...new Set(list.documents)]
      },
      shown: shownOf('chosenWorkList', 'list', 'documents'),
      othersGoOn: true,
    },
    {
      name: 'label mappings',
      path: inCorpus('mappings.json'),
      truth: (bytes) => valid(mappingsFileSchema, bytes)?.mappings ?? null,
      shown: shownOf('exportMappings', 'saved'),
      othersGoOn: true,
    },
    {
      name: 'split plan',
      path: inCorpus('splits/50-0-50-seed-7-unstratified.json'),
      truth: (bytes) => valid(splitPlanSchema, bytes) && 3,
      shown: shownOf('exportCorpus', 'documents'),
      othersGoOn: true,
    },
    {
      name: 'import journal',
      path: inCorpus(`imports/${journal}.jsonl`),
      truth: (bytes) => {
        const [head = '', ...steps] = bytes.toString().trimEnd().split('\n')
        const whole =
          valid(journalHeadSchema, Buffer.from(head)) &&
          steps.every((step) => valid(journalStepSchema, Buffer.from(step)))
        return whole || null
      },
      shown: (answers) => !(answers.get('undoImport') instanceof Error),
      othersGoOn: true,
    },
    {
      name: 'suggestions file',
      path: inCorpus('suggestions/outside/b.txt.json'),
      truth: (bytes) => {
        const file = valid(namedSuggestionsFileSchema, bytes)
        if (!file || file.dump.sha256 !== sha256Of('b.txt') || file.dump.encoding !== 'utf-8') return null
        const [first] = file.segments
        // One as it was taken in, or at least one that lies in the text.
        return file.segments.length <= 1 &&
          (!first || (first.start < first.end && first.end <= [...(fullCorpusTexts['b.txt'] ?? '')].length))
          ? true
          : null
      },
      shown: (answers) => Array.isArray(field(answers.get('suggestDocument'), 'suggestions')),
      othersGoOn: true,
    },
    {
      name: 'guidelines',
      path: inCorpus('guidelines.md'),
      truth: (bytes) => {
        try {
          return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        } catch {
          return null
        }
      },
      shown: shownOf('readGuidelines', 'text'),
      othersGoOn: true,
    },
    {
      name: 'the user’s state',
      path: 'user/state.json',
      // Where it is damaged the state before is taken, and that knows the annotator too.
      truth: (bytes) => {
        const state = valid(userStateSchema, bytes)
        return state ? (state.annotator ?? toAnnotatorName(userInfo().username)) : null
      },
      instead: 'ann',
      shown: shownOf('home', 'annotator'),
      othersGoOn: true,
    },
    {
      name: 'kept labels',
      path: inCorpus('.cache/kept-labels-ann.json'),
      truth: (bytes) => (valid(keptLabelsKind.schema, bytes) ? true : null),
      shown: () => true,
      isCache: true,
      othersGoOn: true,
    },
    {
      name: 'listing',
      path: inCorpus('.cache/listing'),
      truth: () => null,
      instead: Object.keys(fullCorpusTexts).length + 2,
      shown: shownOf('statsCorpus', 'documents'),
      isCache: true,
      othersGoOn: true,
    },
  ]
}
