import { fromUtf16 } from '../offsets.ts'
import { say } from '../sentences/say.ts'

/** What may stand in an id and not in the name of a file, on one system or another; and the sign of what was replaced. */
const forbidden = /[%/\\<>:"|?*\p{Cc}]/gu

/** The longest name that common file systems allow, in bytes. */
const longestName = 255

/**
 * The name of a file for the document `id`, all of them in one folder: with `.html` as the ending, `a/b.html` and `c.txt`
 * become `a%2Fb.html` and `c.txt.html`. `more` is what is put after the ending.
 * @throws RangeError if it is longer than a file's name may be
 */
export function flatName(id: string, ending: string, more = ''): string {
  const ended = id.length > ending.length && id.endsWith(ending) ? id : id + ending
  const name = ended.replace(forbidden, percent) + more
  const [bytes] = fromUtf16(name, [name.length], 'byte')
  if ((bytes ?? 0) > longestName) throw new RangeError(say`its name is too long for that of a file`)
  return name
}

/**
 * The document that {@link flatName} named `path` after, as far as the name tells: always with the ending. Null if the
 * path does not end so.
 */
export function idOfFlatName(path: string, ending: string, more = ''): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!name.toLowerCase().endsWith(ending + more) || name.length === ending.length + more.length) return null
  return name.slice(0, name.length - more.length).replace(/%([0-9A-F]{2})/g, (written, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16))
    return character.search(forbidden) === 0 ? character : written
  })
}

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
