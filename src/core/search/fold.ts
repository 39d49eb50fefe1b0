/** What a search tells apart. */
export interface FoldOptions {
  /** Whether `A` and `a` are different. */
  readonly matchCase: boolean
  /** Whether `ộ` and `o`, or `đ` and `d`, are different. */
  readonly matchDiacritics: boolean
}

/**
 * A text in the form in which it is searched, where composed and decomposed characters (NFC and NFD) are the same.
 * Each unit of it knows from where in the original it comes.
 */
export interface FoldedText {
  readonly text: string
  /**
   * For each UTF-16 unit of `text`, and for its end, the offset of its character in the original text, in UTF-16
   * units. A character is a code point with all marks that follow; several units with one offset are of one character.
   */
  readonly origins: Uint32Array
}

/** Stands in {@link Folder} for a unit that is not folded to one other unit whatever stands before it. */
const notSingle = 1

/** How text is folded under given options. What is known of a character is kept, as texts have few different ones. */
interface Folder {
  readonly options: FoldOptions
  /** The unit that a unit is folded to where no mark follows; {@link notSingle}, or 0 while not known. */
  readonly single: Uint16Array
  readonly characters: Map<string, string>
}

const keptCharacters = 20_000
const folders = new Map<string, Folder>()

/** `text` as it is searched under `options`. */
export function fold(text: string, options: FoldOptions): FoldedText {
  const folder = folderFor(options)
  let units = new Uint16Array(text.length + 64)
  let origins = new Uint32Array(text.length + 65)
  let length = 0
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const single = folder.single[unit] || learn(folder, unit)
    // Marks begin at U+0300, so that most characters end without a further look.
    if (single !== notSingle && !(text.charCodeAt(at + 1) >= 0x300 && continues(text, at + 1))) {
      units[length] = single
      origins[length++] = at++
    } else {
      const end = characterEnd(text, at)
      const folded = foldedCharacter(folder, text.slice(at, end))
      for (let n = 0; n < folded.length; n++) {
        units[length] = folded.charCodeAt(n)
        origins[length++] = at
      }
      at = end
    }
    if (length + 32 > units.length) {
      units = grown(units, new Uint16Array(2 * units.length))
      origins = grown(origins, new Uint32Array(2 * units.length + 1))
    }
  }
  origins[length] = text.length
  return { text: textOf(units, length), origins: origins.subarray(0, length + 1) }
}

/**
 * False only where `wanted`, which is folded already, is not in what `text` folds to. Looks without folding, which takes
 * a quarter of the time and is enough for most texts of a corpus.
 */
export function mayContain(text: string, wanted: string, options: FoldOptions): boolean {
  const folder = folderFor(options)
  const { single } = folder
  const first = wanted.charCodeAt(0)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const folded = single[unit] || learn(folder, unit)
    if (folded === notSingle) {
      if (continues(text, at)) {
        // It makes another character of the one before it, unless marks do not matter.
        const ofKorean = unit >= 0x1160 && unit <= 0x11ff
        if (options.matchDiacritics || ofKorean) return true
        continue
      }
      const end = characterEnd(text, at)
      if (foldedCharacter(folder, text.slice(at, end)).charCodeAt(0) === first) return true
      at = end - 1
      continue
    }
    if (folded !== first) continue
    let n = 1
    while (n < wanted.length && single[text.charCodeAt(at + n)] === wanted.charCodeAt(n)) n++
    // What is not known yet, or not single, has to be looked at closely.
    if (n === wanted.length || (single[text.charCodeAt(at + n)] ?? 0) <= notSingle) return true
  }
  return false
}

/** True if a character of the original begins at unit `at` of the folded text, or the text ends there. */
export const isBoundary = ({ origins }: FoldedText, at: number): boolean =>
  at === 0 || origins[at] !== origins[at - 1]

function folderFor(options: FoldOptions): Folder {
  const { matchCase, matchDiacritics } = options
  const name = `${matchCase} ${matchDiacritics}`
  const known = folders.get(name)
  if (known) return known
  const folder: Folder = { options, single: new Uint16Array(0x1_0000), characters: new Map() }
  folders.set(name, folder)
  return folder
}

function learn(folder: Folder, unit: number): number {
  const character = String.fromCharCode(unit)
  const alone = !(unit >= 0xd800 && unit <= 0xdfff) && !continuing.test(character)
  const folded = alone ? foldCharacter(character, folder.options) : ''
  const value = folded.length === 1 && folded.charCodeAt(0) > notSingle ? folded.charCodeAt(0) : notSingle
  folder.single[unit] = value
  return value
}

function foldedCharacter(folder: Folder, character: string): string {
  const known = folder.characters.get(character)
  if (known !== undefined) return known
  const folded = foldCharacter(character, folder.options)
  if (folder.characters.size >= keptCharacters) folder.characters.clear()
  folder.characters.set(character, folded)
  return folded
}

function foldCharacter(character: string, { matchCase, matchDiacritics }: FoldOptions): string {
  let folded = matchDiacritics ? character.normalize('NFC') : withoutDiacritics(character)
  // Upper case first, as ß and SS, or σ and ς, differ in lower case; code point by code point, as a word's end
  // would decide between those two.
  if (!matchCase) folded = Array.from(folded, (each) => each.toUpperCase().toLowerCase()).join('')
  return folded.normalize('NFC')
}

const withoutDiacritics = (character: string): string =>
  character
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace('đ', 'd')
    .replace('Đ', 'D')

/** Where the character that begins at `at` ends. */
function characterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  while (end < text.length && continues(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return end
}

/** What belongs to the character before it: a mark, or the vowel or final of a Korean syllable. */
const continuing = /^[\p{M}\u1160-\u11ff]/u
/** For each unit: 1 if it is such a one, 2 if not, 0 while not known. */
const known = new Uint8Array(0x1_0000)

function continues(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  // What a pair means stands in both its halves.
  if (unit >= 0xd800 && unit <= 0xdbff) return continuing.test(text.slice(at, at + 2))
  if (known[unit] === 0) known[unit] = continuing.test(String.fromCharCode(unit)) ? 1 : 2
  return known[unit] === 1
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function textOf(units: Uint16Array, length: number): string {
  const parts: string[] = []
  // Reflect.apply hands the array over as it is, seven times as fast as spreading it.
  for (let at = 0; at < length; at += 8192)
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(length, at + 8192))))
  return parts.join('')
}
