/** What two texts are compared by: their letters, whatever the white space between and however they are composed. */
export interface Letters {
  /** A number for each letter; the same one for the same letter in every text that {@link LetterNumbers} read. */
  readonly numbers: Int32Array
  /** Where each letter begins and ends in its text, in UTF-16 code units. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const beyondUnicode = 0x110000

/** What shows nothing: white space, controls, joiners and marks of direction. Editors drop these, or add them. */
const shownAsNothing = /[\s\p{Cc}\p{Cf}]/u

/** A letter with all its marks, and the parts of a Hangul syllable, which NFC makes one of. */
const letter = /(?:[\u1100-\u1112][\u1161-\u1175]|[\uac00-\ud7a3])[\u11a8-\u11c2]?\p{M}*|\P{M}\p{M}*|\p{M}+/uy

/** Reads texts as letters, each composed (NFC), so that composed and decomposed text is the same. */
export class LetterNumbers {
  readonly #several = new Map<string, number>()

  read(text: string): Letters {
    let count = 0
    const numbers = new Int32Array(text.length)
    const starts = new Int32Array(text.length)
    const ends = new Int32Array(text.length)
    const add = (number: number, start: number, end: number): void => {
      numbers[count] = number
      starts[count] = start
      ends[count] = end
      count++
    }
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at)
      if (isPlain(unit) && (at + 1 === text.length || mayFollow(text.charCodeAt(at + 1)))) {
        add(unit, at, ++at)
        continue
      }
      const codePoint = text.codePointAt(at) ?? 0
      if (shownAsNothing.test(String.fromCodePoint(codePoint))) {
        at += codePoint > 0xffff ? 2 : 1
        continue
      }
      letter.lastIndex = at
      const found = letter.exec(text)?.[0] ?? text.charAt(at)
      add(this.#number(found.normalize('NFC')), at, at + found.length)
      at += found.length
    }
    return {
      numbers: numbers.slice(0, count),
      starts: starts.slice(0, count),
      ends: ends.slice(0, count),
    }
  }

  #number(composed: string): number {
    const first = composed.codePointAt(0) ?? 0
    if (composed.length === (first > 0xffff ? 2 : 1)) return first
    const known = this.#several.get(composed) ?? beyondUnicode + this.#several.size
    this.#several.set(composed, known)
    return known
  }
}

/** Most letters of most texts: each stands for itself unless a mark follows. */
const isPlain = (unit: number): boolean =>
  (unit > 0x20 && unit < 0x7f) ||
  (unit > 0xa0 && unit < 0x300 && unit !== 0xad) ||
  (unit >= 0x1ea0 && unit <= 0x1ef9) ||
  (unit >= 0x3400 && unit <= 0x9fff)

const mayFollow = (unit: number): boolean => unit <= 0x20 || isPlain(unit)
