import { declaredCharset } from '../../html/declared-charset.ts'
import { htmlRuns } from '../../html/html-lines.ts'
import type { HtmlRun } from '../../html/line-writer.ts'
import { lines } from '../../lines.ts'
import { say } from '../../sentences/say.ts'
import { isWhiteSpace } from '../../white-space.ts'
import type { DatasetDocument } from '../dataset-document.ts'

/** The page that a document is from, and where each part of its text stands in it. */
export interface SourcePage {
  readonly source: string
  /** In order, in UTF-16 code units of the document's text and of the source. */
  readonly runs: readonly HtmlRun[]
}

/**
 * The page of a document: that which its text was made from, or one made of the text, which says so.
 * @throws RangeError if the text is another one than the page gives
 */
export function sourcePage(document: DatasetDocument): SourcePage {
  if (document.html === null) return pageOfText(document)
  const { source } = document.html
  const { text, runs } = htmlRuns(source)
  if (text !== document.text) throw new RangeError(say`its text is not what its HTML gives now`)
  return { source, runs }
}

/** The page of a document as the text of a file. */
export const pageFile = (document: DatasetDocument): string =>
  asFile(document.html === null ? pageOfText(document).source : document.html.source)

/**
 * `source` as it goes into a file in UTF-8: a page that declares another encoding gets a byte order mark, which counts
 * for more (HTML Standard, "determining the character encoding"), and so does one whose first letter looks like one.
 */
export function asFile(source: string): string {
  const declared = declaredCharset(source)
  const isOther = declared !== null && !/^utf-?8$/i.test(declared)
  return isOther || source.startsWith('\ufeff') ? `\ufeff${source}` : source
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')

/** A paragraph a line, the lines as they are. */
function pageOfText({ id, text, language }: DatasetDocument): SourcePage {
  const head = [
    '<!DOCTYPE html>',
    language === null ? '<html>' : `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="source" content="Made by Winnow of plain text, a paragraph a line: not the HTML of the page.">',
    `<title>${escaped(id)}</title>`,
    '</head>',
    '<body>',
  ]
  const parts = [`${head.join('\n')}\n`]
  let length = parts[0]?.length ?? 0
  const write = (part: string): number => {
    const at = length
    parts.push(part)
    length += part.length
    return at
  }
  const runs: HtmlRun[] = []
  for (const line of lines(text)) {
    if (isWhiteSpace(text, line.start, line.end)) continue
    write('<p>')
    for (const { 0: run, index } of text.slice(line.start, line.end).matchAll(/[&<>"]|[^&<>"]+/g)) {
      const start = line.start + index
      const sourceStart = write(escaped(run))
      runs.push({ start, end: start + run.length, sourceStart, sourceEnd: length, element: 'p' })
    }
    write('</p>\n')
  }
  write('</body>\n</html>\n')
  return { source: parts.join(''), runs }
}
