const pattern = /\s/

/**
 * True if `text` holds nothing but white space in `[from, to)`, in UTF-16 code units; true for an empty run.
 * White space is what ECMAScript calls so (`\s`: WhiteSpace and LineTerminator, ECMA-262 §12.2 and §12.3),
 * which includes U+00A0 and U+FEFF.
 */
export function isWhiteSpace(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!pattern.test(text.charAt(at))) return false
  return true
}
