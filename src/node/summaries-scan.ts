import { join } from 'node:path'
import type { Annotation } from '../core/annotation.ts'
import type { Summary } from '../core/contract.ts'
import type { DocumentTable } from '../core/listing/document-table.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DurableFile } from './durable-file.ts'
import { eachAtOnce } from './each-at-once.ts'
import { countLabelled } from './judge-labels.ts'
import { labelledDocuments } from './labelled-ids.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { labelsFilesOf } from './labels-files.ts'
import { labelsName } from './labels-path.ts'

const batchSize = 500
const filesAtOnce = 8

/** How far an annotator is with a document. */
export function summaryOf(document: string, annotation: Annotation, saved: string | null): Summary {
  const { status, segments, note } = annotation
  const labelled = segments.filter((segment) => segment.label !== null).length
  return { document, status, labelled, segments: segments.length, note: note !== '', saved, trouble: null }
}

/** Reads in the background how far one annotator is with the documents of a corpus. */
export class SummariesScan {
  readonly #newer = new Set<string>()
  #stopped = false
  #isOver = false

  /** What the scan has read of `document` is out of date: it was saved and told of since. */
  supersede(document: string): void {
    if (!this.#isOver) this.#newer.add(document)
  }

  stop(): void {
    this.#stopped = true
  }

  /**
   * Gives `emit` the summaries of all documents that have a labels file, in batches, the last one with `complete`.
   * Not those that were superseded; nothing more once stopped. @throws WinnowError if the labels cannot be listed
   */
  async run(
    home: string,
    annotator: string,
    documents: DocumentTable,
    emit: (summaries: Summary[], complete: boolean) => void,
  ): Promise<void> {
    const files = await labelsFilesOf(home, annotator)
    let batch: Summary[] = []
    const send = (complete: boolean): void => {
      if (!this.#stopped)
        emit(
          batch.filter(({ document }) => !this.#newer.has(document)),
          complete,
        )
      batch = []
    }
    const { labelled } = labelledDocuments(documents, files)
    await eachAtOnce(labelled, filesAtOnce, async (document) => {
      if (this.#stopped) return
      const summary = await readSummary(document, join(home, 'labels', annotator, labelsName(document)))
      // Only now, as `batch` may have been sent and renewed meanwhile.
      batch.push(summary)
      if (batch.length >= batchSize) send(false)
    })
    send(true)
    this.#isOver = true
    this.#newer.clear()
  }
}

export async function readSummary(document: string, path: string): Promise<Summary> {
  const none: Summary = {
    document,
    status: 'new',
    labelled: 0,
    segments: 0,
    note: false,
    saved: null,
    trouble: null,
  }
  try {
    const file = await new DurableFile(path, labelsFileKind).read()
    if (!file) return none
    const { status, segments, note, saved } = file
    const labelled = countLabelled(file)
    return { document, status, labelled, segments: segments.length, note: note !== '', saved, trouble: null }
  } catch (error) {
    if (error instanceof WinnowError) return { ...none, trouble: error.message }
    throw error
  }
}
