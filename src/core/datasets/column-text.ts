/** What some language takes for white space when it reads columns: in Python some of the controls are. */
const special = /[%\s\p{Cc}]/gu

/** `text` without white space and controls, as `urllib.parse.unquote` and {@link fromColumn} give it back: a space becomes `%20`. */
export const asColumn = (text: string): string =>
  text.replace(special, (character) => encodeURIComponent(character))

/** The inverse of {@link asColumn}. What only looks written so, in the file of another tool, is left as it is. */
export function fromColumn(column: string): string {
  return column.replace(/(?:%[0-9A-F]{2})+/gi, (written) => {
    try {
      return decodeURIComponent(written)
    } catch (error) {
      if (error instanceof URIError) return written
      throw error
    }
  })
}
