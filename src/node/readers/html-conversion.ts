import { htmlLines, htmlLinesVersion } from '../../core/html/html-lines.ts'
import type { HtmlLine } from '../../core/html/line-writer.ts'

/** Makes a document's text from the source of a page. Never fails, whatever the source. */
export type HtmlConversion = (source: string) => {
  readonly version: number
  readonly text: string
  readonly lines: readonly HtmlLine[]
}

/** One block a line, as `docs/readers.md` says. */
export const convertHtml: HtmlConversion = (source) => {
  const { text, lines } = htmlLines(source)
  return { version: htmlLinesVersion, text, lines }
}
