import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { OpenDocument, Value } from '../../src/core/contract.ts'
import type { Edit } from '../../src/core/edit.ts'
import { type LabelsFile, labelsFileSchema } from '../../src/core/labels-file.ts'
import { labelLines } from '../label-lines.ts'
import { shownText } from './test-corpus.ts'

/** Whose labels the tests make: a name that is not ASCII. */
export const annotator = 'Nguyễn Thị Lụa'

/** The mark of a segment without a label. */
export const nothing = { label: null, by: null }

/** The edit that gives `count` unlabelled lines of a page, from line `at` of those that are not blank on, the label. */
export const labelEdit = (page: { text: string }, at: number, count: number, label: string): Edit =>
  labelLines(shownText(page.text), at, count, label)

/** Where the labels of `document` have to be. */
export const labelsFilePath = (corpus: string, document: string): string =>
  path.join(corpus, 'winnow', 'labels', annotator, ...`${document}.json`.split('/'))

export const readLabels = async (corpus: string, document: string): Promise<LabelsFile> =>
  labelsFileSchema.parse(JSON.parse(await readFile(labelsFilePath(corpus, document), 'utf8')))

/** The labels of an open document, one a segment. */
export const labelsOf = (document: OpenDocument): (string | null)[] =>
  document.marks.flatMap(({ count, mark }) => Array.from({ length: count }, () => mark.label))

/** The document that a call opened; fails the test if the labels have to be settled first. */
export function opened(reply: Value<'openDocument'>): OpenDocument {
  if (reply.kind !== 'open') throw new Error(`unsettled: ${reply.message}`)
  return reply
}
