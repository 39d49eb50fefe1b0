/** What ends a line for one reader or another, and what stands between columns. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/

/** `text` on one line and without tabs: what breaks a line and the white space around it becomes one space. */
export const onOneLine = (text: string): string =>
  text
    .split(breaks)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
