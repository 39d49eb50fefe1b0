import { decodeText } from './decode.ts'
import { extensionOf } from './dump-name.ts'
import { looksLikeText } from './text-recognition.ts'

const named = ['html', 'htm', 'xhtml', 'xht', 'shtml']

/** Plain text that shows the source of a page stays text. */
const text = ['txt', 'text', 'md', 'markdown', 'jsonl', 'ndjson', 'json', 'csv', 'tsv']

const looked = 4096

/** Whether a file is one page in HTML: by its name, or because it begins as pages do and its name says nothing else. */
export function looksLikePage(name: string, head: Uint8Array): boolean {
  const extension = extensionOf(name)
  if (named.includes(extension)) return looksLikeText(head)
  return !text.includes(extension) && beginsAsHtml(head)
}

/** Whether `bytes` begin as a page does, after white space, comments and the declaration of XML. */
export const beginsAsHtml = (bytes: Uint8Array): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)[\s/>]/i.test(
    decodeText(bytes.subarray(0, looked)).text,
  )
