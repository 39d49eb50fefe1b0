import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentTable } from '../../core/listing/document-table.ts'
import { naturalKey } from '../../core/natural-order.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { isMissing } from '../disk-error.ts'
import { DurableFile } from '../durable-file.ts'
import { eachAtOnce } from '../each-at-once.ts'
import { labelledDocuments } from '../labelled-ids.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { annotatorsIn, labelsFilesOf } from '../labels-files.ts'
import type { LabelledDump } from './renamed-dumps.ts'

/** A labels file whose dump is gone. */
export interface LostLabels extends LabelledDump {
  readonly annotator: string
  readonly path: string
}

const filesAtOnce = 4

/**
 * The labels files in `home` whose documents are not among `documents` and whose dumps are not in the folder `corpus`
 * any more. Reads no others. @throws WinnowError if the labels cannot be listed
 */
export async function lostLabels(
  home: string,
  corpus: string,
  documents: DocumentTable,
  signal: AbortSignal,
): Promise<LostLabels[]> {
  const lost: LostLabels[] = []
  for (const annotator of await annotatorsIn(home)) {
    const { orphans } = labelledDocuments(documents, await labelsFilesOf(home, annotator))
    await eachAtOnce(orphans, filesAtOnce, async (name) => {
      if (signal.aborted) return
      const path = join(home, 'labels', annotator, ...name.split('/'))
      const file = await readLabels(path)
      if (!file || documents.has(file.document)) return
      const { document, dump } = file
      if (await isGone(join(corpus, ...document.split('/')))) lost.push({ annotator, path, document, dump })
    })
  }
  // Read at once, they come in any order; they are told in that of the list.
  const keyed = lost.map((labels) => ({ key: naturalKey(labels.document), labels }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ labels }) => labels)
}

async function readLabels(path: string) {
  try {
    return await new DurableFile(path, labelsFileKind).read()
  } catch (error) {
    // `winnow check` names what is damaged or cannot be read; it stays where it is.
    if (error instanceof WinnowError) return null
    throw error
  }
}

/** Whether nothing is there. A dump that is there but not listed, and so each record of it, is not gone. */
async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return false
  } catch (error) {
    return isMissing(error)
  }
}
