import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { annotatorNameSchema } from '../core/annotator-name.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason, isAbsent } from './disk-error.ts'

/** The annotators who have labels in the labels home `home`, sorted. @throws WinnowError */
export async function annotatorsIn(home: string): Promise<string[]> {
  const annotators: string[] = []
  for (const entry of await list(join(home, 'labels'))) {
    const isAnnotator = entry.isDirectory() && annotatorNameSchema.safeParse(entry.name).success
    // A folder stays behind where the first save failed.
    if (isAnnotator && (await labelsFilesOf(home, entry.name)).length > 0) annotators.push(entry.name)
  }
  return annotators.sort()
}

/**
 * The labels files of `annotator` in the labels home `home`, as paths below the annotator's folder with `/`,
 * sorted. @throws WinnowError
 */
export const labelsFilesOf = (home: string, annotator: string): Promise<string[]> =>
  jsonFilesBelow(join(home, 'labels', annotator))

/** The JSON files in folder `root` of a labels home, as paths below it with `/`, sorted. @throws WinnowError */
export async function jsonFilesBelow(root: string): Promise<string[]> {
  const files: string[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of await list(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!entry.name.endsWith('.lock')) folders.push(path)
      } else if (entry.isFile() && entry.name.endsWith('.json')) files.push(path)
    }
  return files.sort()
}

/**
 * Whose labels to take where `wanted` is asked for, or `own` if nobody is: if there are none of `own`, those of
 * the only annotator there is.
 * @throws WinnowError `annotator-unknown`, naming those there are
 */
export async function chooseAnnotator(
  home: string,
  wanted: string | undefined,
  own: string,
): Promise<string> {
  const annotators = await annotatorsIn(home)
  const name = wanted ?? own
  if (annotators.includes(name)) return name
  const [only, ...others] = annotators
  if (only === undefined)
    throw new WinnowError(
      'annotator-unknown',
      say`Nobody has labelled anything in this corpus yet: there are no labels in ${home}.`,
    )
  if (wanted === undefined && others.length === 0) return only
  throw new WinnowError(
    'annotator-unknown',
    say`There are no labels of “${name}” in ${home}. There are labels of: ${annotators.join(', ')}. Name one of them.`,
  )
}

async function list(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isAbsent(error)) return []
    throw new WinnowError(
      'labels-unreadable',
      say`The labels folder ${folder} could not be read: ${diskReason(error)}. It is untouched. Change its permissions and try again.`,
      { cause: error },
    )
  }
}
