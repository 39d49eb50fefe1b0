import type { ConvertedLine } from './reader.ts'

/** Makes a document's text from the source of a page. Never fails, whatever the source. */
export type HtmlConversion = (source: string) => {
  readonly version: number
  readonly text: string
  readonly lines: readonly ConvertedLine[]
}
