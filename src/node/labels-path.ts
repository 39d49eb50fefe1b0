import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** The longest name that common file systems allow, in bytes. */
const longestName = 255

/** Room for what stands behind a labels file's name: `.bak`, `.lock`, temporary names, set-aside names. */
const roomForSuffix = 48

/**
 * Where under `labels/<annotator>/` the labels of `document` are: the folders of the corpus mirrored, and `.json`
 * appended. Always with `/`.
 * @throws WinnowError `document-unknown` if the id is no path that stays within the corpus
 */
export function labelsName(document: string): string {
  const segments = document.split('/')
  const bad = segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  if (bad || /[\\\0]/.test(document))
    throw new WinnowError(
      'document-unknown',
      say`There is no document ${JSON.stringify(document)} in this corpus.`,
    )
  const name = segments.pop() ?? ''
  return [...segments.map(folderName), `${shortened(name, '.json'.length + roomForSuffix)}.json`].join('/')
}

/** The absolute path of the labels file of `document` by `annotator` in the labels home `home`. */
export const labelsPath = (home: string, annotator: string, document: string): string =>
  join(home, 'labels', annotator, ...labelsName(document).split('/'))

/** The absolute path of what `model` suggests for `document`, in the labels home `home`. */
export const suggestionsPath = (home: string, model: string, document: string): string =>
  join(home, 'suggestions', model, ...labelsName(document).split('/'))

/** A folder `a.txt.json` must not meet the labels file of a document `a.txt`. */
const folderName = (name: string): string => shortened(/\.json~*$/i.test(name) ? `${name}~` : name, 0)

/** `name`, cut if it would leave no room for `room` more bytes, then told apart from others by its hash. */
function shortened(name: string, room: number): string {
  if (Buffer.byteLength(name) + room <= longestName) return name
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
  let cut = ''
  let bytes = mark.length + room
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > longestName) break
    cut += character
  }
  return cut + mark
}
