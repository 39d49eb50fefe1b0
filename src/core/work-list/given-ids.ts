/** The ids that a file names, one a line, each once; white space around them and empty lines do not count. */
export function givenIds(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))]
}
