/** A whole number of 32 bits, signed, for a text: FNV-1a (Fowler, Noll, Vo) over its UTF-8 bytes. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5
  const add = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0
    // Half a surrogate pair has no bytes in UTF-8, and is written as U+FFFD there.
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given
    if (code < 0x80) add(code)
    else {
      if (code < 0x800) add(0xc0 | (code >> 6))
      else {
        if (code < 0x10000) add(0xe0 | (code >> 12))
        else {
          add(0xf0 | (code >> 18))
          add(0x80 | ((code >> 12) & 0x3f))
        }
        add(0x80 | ((code >> 6) & 0x3f))
      }
      add(0x80 | (code & 0x3f))
    }
  }
  return hash | 0
}
