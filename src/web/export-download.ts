import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { attachmentHeader } from './attachment-header.ts'

/** The finished export at `path`, streamed, to be saved under its own name. Rejects if it cannot be read. */
export async function exportDownload(path: string): Promise<Response> {
  const file = await open(path)
  const { size } = await file.stat()
  return new Response(Readable.toWeb(file.createReadStream()), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': attachmentHeader(basename(path)),
    },
  })
}
