import type { LabelSet } from '../../../../src/core/label-set.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import type { LabelledModelDocument, ModelDocument } from '../../../../src/core/suggestions/model-document.ts'

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
