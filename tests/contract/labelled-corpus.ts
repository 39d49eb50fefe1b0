import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Status } from '../../src/core/annotation.ts'
import { toLabelsFile } from '../../src/core/labels-file.ts'
import type { LabelOrigin } from '../../src/core/segment.ts'
import { segmentByLine } from '../../src/core/segmentation/line.ts'

/** Writes the dump `document` into the corpus. */
export async function writeDump(corpus: string, document: string, text: string): Promise<void> {
  const path = join(corpus, document)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Where the labels of `document` by `annotator` are. */
export const labelsFileOf = (corpus: string, annotator: string, document: string): string =>
  join(corpus, 'winnow', 'labels', annotator, `${document}.json`)

/**
 * Writes the labels file that says of each line of the dump in turn what `labels` say; lines beyond have none.
 * `encoding` is that of the dump, `text` what it holds without its byte order mark.
 */
export async function writeLabels(
  corpus: string,
  annotator: string,
  document: string,
  text: string,
  labels: readonly (string | null)[],
  status: Status = 'in-progress',
  by: LabelOrigin = 'human',
): Promise<void> {
  const bytes = Buffer.from(text)
  const segments = segmentByLine(text).map((segment, index) => {
    const label = labels[index] ?? null
    return { ...segment, label, by: label === null ? null : by }
  })
  const file = toLabelsFile(
    text,
    { segments, status, note: '' },
    {
      document,
      annotator,
      dump: {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        encoding: 'utf-8',
      },
      seconds: 0,
      segmentation: 'line',
      revision: 1,
      saved: '2026-01-01T00:00:00.000Z',
    },
  )
  const path = labelsFileOf(corpus, annotator, document)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(file))
}
