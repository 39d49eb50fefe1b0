import { htmlPage } from './html-page.ts'
import { looksLikePage } from './html-recognition.ts'
import type { DumpReader } from './reader.ts'
import { wholeFileBytes, wholeFileIndex } from './whole-file.ts'

/** Sixteen times the longest pages of the web; the lines of a page take some ten times its memory. */
export const largestPage = 64 * 1024 * 1024

/** A page in HTML in any encoding, one document a file: `.html`, `.htm`, `.xhtml`, or what begins as such. */
export const htmlReader: DumpReader = {
  name: 'html',
  single: true,
  recognises: looksLikePage,
  index: wholeFileIndex,
  async open(file, { encoding }) {
    return {
      read: async () => htmlPage(await wholeFileBytes(file, largestPage), { chosen: encoding }),
      close: async () => undefined,
    }
  },
}
