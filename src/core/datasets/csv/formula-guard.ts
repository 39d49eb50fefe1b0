/**
 * What a spreadsheet takes for the beginning of a formula, after OWASP's page on CSV injection, with any apostrophes
 * before it, so that what was defused can be told from what had an apostrophe all along.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/
const defusedFormula = /^'+[=+\-@\t\r\n＝＋－＠]/

/** True if a spreadsheet might run `cell`, or if it looks like a cell that was kept from that. */
export const looksLikeFormula = (cell: string): boolean => formula.test(cell)

/** The cell as a spreadsheet shows and does not run it: with an apostrophe before it where it looks like a formula. */
export const defuse = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The inverse of {@link defuse}. */
export const undefuse = (cell: string): string => (defusedFormula.test(cell) ? cell.slice(1) : cell)
