import { isUtf8 } from 'node:buffer'
import { byteOrderMark } from './byte-order-mark.ts'
import { detectEncoding } from './detect-encoding.ts'

const longestCharacter = 4

/** Whether the first bytes of a file are text in any encoding. The last character may be cut. */
export function looksLikeText(head: Uint8Array): boolean {
  if (byteOrderMark(head)) return true
  if (!head.includes(0))
    for (let cut = 0; cut < longestCharacter && cut <= head.length; cut++)
      if (isUtf8(head.subarray(0, head.length - cut))) return true
  return detectEncoding(head) !== null
}
