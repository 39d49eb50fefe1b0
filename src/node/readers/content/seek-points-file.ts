import type { FileHandle } from 'node:fs/promises'
import { readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { makeFile } from '../../access.ts'
import { makeFolder } from '../../make-folder.ts'
import { readFileRange } from './file-chunks.ts'
import { type SeekPoint, SeekPoints } from './seek-points.ts'

/** The first line of the file, as JSON; the points' windows follow it one after the other. */
const headSchema = z.object({
  format: z.literal('winnow-seek-points'),
  version: z.literal(1),
  /** Of the compressed file: when one of them differs, the points are not its any more. */
  bytes: z.int(),
  modified: z.string(),
  ends: z.int(),
  windows: z.int(),
  points: z.array(z.tuple([z.int(), z.int(), z.int().min(0).max(7), z.int()])),
})

type Fingerprint = Pick<z.infer<typeof headSchema>, 'bytes' | 'modified' | 'ends'>

const endSize = 65_536

/** Size, time and both ends of a file, which tell whether it is still the same. */
async function fingerprint(file: FileHandle): Promise<Fingerprint> {
  const { size, mtimeNs } = await file.stat({ bigint: true })
  const bytes = Number(size)
  const first = await readFileRange(file, 0, endSize)
  const last = await readFileRange(file, Math.max(0, bytes - endSize), endSize)
  return { bytes, modified: String(mtimeNs), ends: crc32(last, crc32(first)) }
}

/** The seek points kept at `path` if they are those of `file`, else null. */
export async function loadSeekPoints(path: string, file: FileHandle): Promise<SeekPoints | null> {
  let content: Buffer
  try {
    content = await readFile(path)
  } catch {
    // There are none yet, or they cannot be read: they are found again on the way.
    return null
  }
  const lineEnd = content.indexOf(0x0a)
  const head = headSchema.safeParse(parsed(content.toString('utf8', 0, Math.max(0, lineEnd))))
  const windows = content.subarray(lineEnd + 1)
  if (!head.success || head.data.windows !== crc32(windows)) return null
  const now = await fingerprint(file)
  if (head.data.bytes !== now.bytes || head.data.modified !== now.modified || head.data.ends !== now.ends)
    return null
  let at = 0
  return new SeekPoints(
    head.data.points.map(([position, fileAt, bits, length]): SeekPoint => {
      const window = windows.subarray(at, at + length)
      at += length
      return { position, file: fileAt, bits, window }
    }),
  )
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Damaged: not what the schema asks for, and so made anew.
    return null
  }
}

/** Keeps the seek points of `file` at `path`. A failure changes nothing: they only save time. */
export async function saveSeekPoints(path: string, file: FileHandle, points: SeekPoints): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  const windows = Buffer.concat(points.all.map(({ window }) => window))
  const head: z.infer<typeof headSchema> = {
    format: 'winnow-seek-points',
    version: 1,
    ...(await fingerprint(file)),
    windows: crc32(windows),
    points: points.all.map((point) => [point.position, point.file, point.bits, point.window.length]),
  }
  try {
    await makeFolder(dirname(path))
    const made = await makeFile(temporary)
    try {
      await made.writeFile(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), windows]))
    } finally {
      await made.close()
    }
    await rename(temporary, path)
  } catch {
    // A disk that is full or read-only: reading is slower the next time, and everything else works.
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}
