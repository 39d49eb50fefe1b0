/**
 * What two lines have in common that count as the same one: white space at the ends left out and else as one space,
 * case folded, composed and decomposed characters (NFC and NFD) alike, and each run of digits, of whatever script, as
 * one `0`, so that “12 comments” and “3 comments” are repeats. For counting only; no text is ever changed by it.
 */
export function repetitionKey(line: string): string {
  // By way of upper case, as ß and SS, or σ and ς, differ in lower case; ẞ becomes SS only from ß.
  const folded = line.toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
  return folded
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\p{Nd}+/gu, '0')
}
