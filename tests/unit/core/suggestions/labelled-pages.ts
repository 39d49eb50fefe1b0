import type { LabelSet } from '../../../../src/core/label-set.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import { createLearner } from '../../../../src/core/suggestions/learner.ts'
import type { SuggestionModel } from '../../../../src/core/suggestions/model.ts'
import type { LabelledModelDocument, ModelDocument } from '../../../../src/core/suggestions/model-document.ts'
import { readPrior } from '../../../../src/core/suggestions/prior/built-in-network.ts'
import { genres } from '../../../../src/core/suggestions/prior/read-prior.ts'
import { priorClasses } from '../../../../src/core/suggestions/prior-class.ts'
import type { PriorReader } from '../../../../src/core/suggestions/prior-model.ts'

/** A document of `lines`, as a model sees it. */
export function page(id: string, lines: readonly string[]): ModelDocument {
  const text = lines.join('\n')
  return { id, site: '', text, segments: segmentByLine(text), repetition: [] }
}

/** A document of lines with their labels; an empty label is none. */
export function labelledPage(
  id: string,
  lines: readonly (readonly [line: string, label: string])[],
): LabelledModelDocument {
  const document = page(
    id,
    lines.map(([line]) => line),
  )
  return { ...document, labels: lines.map(([, label]) => label || null) }
}

/** A prior that takes whatever is a sentence for body, so that what is learned does not hang on the built-in one. */
export const sentenceReader: PriorReader = (document) => {
  const bodies = document.segments.map(({ start, end }) => {
    const line = document.text.slice(start, end)
    return line.length >= 60 && line.endsWith('.')
  })
  const likely = (isBody: boolean): number[] =>
    priorClasses.map((name) =>
      isBody ? (name === 'body' ? 0.8 : 0.2 / 3) : name === 'boilerplate' ? 0.95 : 0.05 / 3,
    )
  const reading = {
    page: readPrior(document)(genres.unknown).page,
    classes: Uint8Array.from(bodies, (isBody) => priorClasses.indexOf(isBody ? 'body' : 'boilerplate')),
    likely: Float64Array.from(bodies.flatMap(likely)),
  }
  return () => reading
}

/** The model that has learned from `labelled` upon {@link sentenceReader}. */
export const learnUponSentences = (
  labelSet: LabelSet,
  labelled: readonly LabelledModelDocument[],
): SuggestionModel => createLearner(sentenceReader).learn(labelSet, labelled)

const sentences = [
  'The harbour master said on Tuesday that the lanterns would be lit again this year, after a long silence.',
  'Nobody had expected so many boats, and the quay was too small for all those who came to see them.',
  'In the end it was the wind that decided when the festival was over, as it had been every year before.',
]

/** A page of one site: its menu, an article with a subhead that is all its own, and its footer. */
export const sitePage = (n: number): (readonly [line: string, label: string])[] => [
  ['Home', 'boilerplate'],
  ['News of the coast', 'boilerplate'],
  [`Headline number ${'abcdefgh'.charAt(n)} of the day`, 'title'],
  ...sentences.map((sentence) => [`${'ABCDEFGH'.charAt(n)}. ${sentence}`, 'body'] as const),
  [`Interim ${'abcdefgh'.charAt(n)}`, 'body'],
  ...sentences.toReversed().map((sentence) => [`${'HGFEDCBA'.charAt(n)}. ${sentence}`, 'body'] as const),
  [
    'The editors are not to be held to account for what is said on other pages that this one leads to.',
    'boilerplate',
  ],
  ['Imprint', 'boilerplate'],
]

/** A label set of these names, the first of which are kept. */
export const labelSetOf = (names: readonly string[], kept: number): LabelSet => ({
  name: 'own',
  labels: names.map((name, n) => ({
    name,
    colour: 'green',
    key: String.fromCodePoint('a'.charCodeAt(0) + n),
    keep: n < kept,
    description: '',
    examples: [],
  })),
})
