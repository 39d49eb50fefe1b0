import { labelledSegments } from '../counted-segments.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { documentFacts } from '../document-facts.ts'
import { textHash } from '../text-hash.ts'
import { labellingConfig } from './labelling-config.ts'
import { readLabelStudio } from './read-label-studio.ts'

/**
 * Tasks with annotations, as Label Studio exports them as JSON and takes them in. Offsets are code points, which its
 * editor counts in from version 1.5 on; before, it counted UTF-16.
 */
export const labelStudio: DatasetFormat = {
  name: 'label-studio',
  layout: 'file',
  extension: '.json',
  units: ['codepoint'],
  frame: () => ({ before: '[\n', between: ',\n', after: '\n]\n' }),
  companions: ({ labels }) => [{ path: 'labelling-config.xml', text: labellingConfig(labels) }],
  pieces: (document) => [{ path: '', text: JSON.stringify(taskOf(document)) }],
  read: readLabelStudio,
}

const taskOf = (document: DatasetDocument): object => ({
  data: { text: document.text, ...documentFacts(document) },
  annotations: [
    {
      was_cancelled: document.status === 'skipped',
      ground_truth: false,
      result: labelledSegments(document, 'codepoint').map(({ start, end, text, label, by, from }) => ({
        id: regionId(document.id, start),
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        origin: by === 'accepted' ? 'prediction' : 'manual',
        value: { start, end, text, labels: [label] },
        ...(by === 'propagated' && { meta: { by, ...(from !== undefined && { from }) } }),
      })),
    },
  ],
  predictions: [],
})

/** The same at each export; the offset makes it the only one within the document. */
const regionId = (document: string, start: number): string =>
  `${(textHash(document) >>> 0).toString(16).padStart(8, '0')}-${start}`
