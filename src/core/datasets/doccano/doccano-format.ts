import { labelledSegments } from '../counted-segments.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../dataset-format.ts'
import { documentFacts } from '../document-facts.ts'
import { readDoccano } from './read-doccano.ts'

/**
 * JSON Lines for a sequence labelling project of doccano. Its editor counts UTF-16, or what a person takes for one
 * character where the project says “Count grapheme clusters as one character”. What stands beside text and labels,
 * doccano keeps as metadata of the example.
 */
export const doccano: DatasetFormat = {
  name: 'doccano',
  layout: 'file',
  extension: '.jsonl',
  units: ['utf16', 'grapheme'],
  pieces: (document, context) => [{ path: '', text: `${JSON.stringify(exampleOf(document, context))}\n` }],
  read: readDoccano,
}

function exampleOf(document: DatasetDocument, { unit, options }: FormatContext): object {
  const segments = labelledSegments(document, unit)
  const labels =
    options.doccanoForm === 'label'
      ? { label: segments.map(({ start, end, label }) => [start, end, label]) }
      : {
          entities: segments.map(({ start, end, label }, id) => ({
            id,
            start_offset: start,
            end_offset: end,
            label,
          })),
          relations: [],
        }
  return { text: document.text, ...labels, offsets: unit, ...documentFacts(document) }
}
