/**
 * What two lines have in common that count as the same one: white space at the ends left out and else as one space,
 * case folded, composed and decomposed characters (NFC and NFD) alike, and each run of digits, of whatever script, as
 * one `0`, so that “12 comments” and “3 comments” are repeats. For counting only; no text is ever changed by it.
 */
export function repetitionKey(line: string): string {
  // Upper case first, as ß and SS, or σ and ς, differ in lower case.
  const folded = line.toUpperCase().toLowerCase().normalize('NFC')
  return folded
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\p{Nd}+/gu, '0')
}
