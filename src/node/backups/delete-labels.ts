import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { notSaved } from '../disk-error.ts'
import { fileExists } from '../file-exists.ts'
import { withFileLock } from '../file-lock.ts'
import { labelsFilesOf } from '../labels-files.ts'
import { labelsName, labelsPath } from '../labels-path.ts'
import { makeFolder } from '../make-folder.ts'
import { syncFolder } from '../sync-folder.ts'
import { entryFolder, moveLabels, newEntry } from './trash-bin.ts'

/** Moves an annotator's labels of a document to the trash; null where there are none. @throws WinnowError, nothing moved */
export async function deleteLabels(
  home: string,
  annotator: string,
  document: string,
  made: Date,
): Promise<string | null> {
  const path = labelsPath(home, annotator, document)
  // The lock would make the folder that it lies in.
  if (!(await fileExists(path))) return null
  return withFileLock(path, async () => {
    if (!(await fileExists(path))) return null
    const entry = await newEntry(home, { kind: 'document', annotator, document }, made)
    const to = join(entryFolder(home, entry), 'labels', annotator, ...labelsName(document).split('/'))
    await moveLabels(path, to).catch((error: unknown) => {
      throw notSaved(to, error)
    })
    return entry
  })
}

/**
 * Moves all labels of an annotator to the trash, in one step, and returns the labels files.
 * @throws WinnowError, nothing moved; `annotator-unknown` if there are none
 */
export async function deleteAnnotator(
  home: string,
  annotator: string,
  made: Date,
): Promise<{ entry: string; files: string[] }> {
  const files = await labelsFilesOf(home, annotator)
  if (files.length === 0)
    throw new WinnowError('annotator-unknown', say`There are no labels of “${annotator}” in ${home}.`)
  const entry = await newEntry(home, { kind: 'annotator', annotator }, made)
  const [from, to] = [join(home, 'labels', annotator), join(entryFolder(home, entry), 'labels', annotator)]
  try {
    await makeFolder(dirname(to))
    await rename(from, to)
    await syncFolder(dirname(to))
    await syncFolder(dirname(from))
  } catch (error) {
    throw notSaved(to, error)
  }
  return { entry, files }
}
