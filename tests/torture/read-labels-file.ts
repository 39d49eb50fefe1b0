import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Annotation } from '../../src/core/annotation.ts'

const markShape = {
  label: z.string().nullable(),
  by: z.enum(['human', 'accepted', 'propagated']).nullable(),
  from: z.string().optional(),
}

/** What `docs/formats.md` says of a labels file, as far as the tests depend on it. */
const schema = z.object({
  format: z.literal('winnow-labels'),
  version: z.number(),
  document: z.string(),
  annotator: z.literal('ann'),
  dump: z.object({ sha256: z.string(), bytes: z.number(), encoding: z.literal('utf-8') }),
  offsets: z.literal('codepoint'),
  status: z.string().regex(/^(new|in-progress|done|skipped|flagged-[a-z-]+)$/),
  note: z.string(),
  revision: z.int().positive(),
  segments: z.array(z.object({ start: z.int(), end: z.int(), ...markShape, text: z.string() })),
})

/** A state of a document as it can be compared: offsets in code points, and all that an annotator said. */
export interface Saved {
  readonly revision: number
  /** The status, the note and each segment, a line each. */
  readonly content: string
}

const lineOf = (start: number, end: number, mark: Annotation['segments'][number]): string =>
  `${start}-${end} ${mark.label} ${mark.by} ${mark.from ?? ''}`

/**
 * What the labels file at `path` holds, read as any script would and not as Winnow does; null if there is none.
 * @throws Error saying what is wrong with it
 */
export async function readLabelsFile(path: string, document: string, text: string): Promise<Saved | null> {
  const json = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (json === null) return null
  const file = schema.parse(JSON.parse(json))
  if (file.document !== document) throw new Error(`it says that it is of ${file.document}`)
  const bytes = Buffer.from(text)
  if (file.dump.sha256 !== createHash('sha256').update(bytes).digest('hex'))
    throw new Error('it is for another dump')
  const points = Array.from(text)
  let at = 0
  for (const { start, end, text: said } of file.segments) {
    if (start < at) throw new Error(`the segment at ${start} is out of order`)
    if (points.slice(start, end).join('') !== said)
      throw new Error(`the segment at ${start} has another text`)
    if (points.slice(at, start).join('').trim() !== '') throw new Error(`text is missing before ${start}`)
    at = end
  }
  if (points.slice(at).join('').trim() !== '') throw new Error('text is missing at the end')
  const lines = file.segments.map((segment) => lineOf(segment.start, segment.end, segment))
  return { revision: file.revision, content: [file.status, file.note, ...lines].join('\n') }
}

/** The content that a labels file of `annotation` has, with offsets from UTF-16 code units to code points. */
export function contentOf(text: string, { status, note, segments }: Annotation): string {
  const points = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    points[at] = count
    const code = text.charCodeAt(at)
    if (code < 0xd800 || code > 0xdbff) count++
  }
  points[text.length] = count
  const lines = segments.map((segment) =>
    lineOf(points[segment.start] ?? 0, points[segment.end] ?? 0, segment),
  )
  return [status, note, ...lines].join('\n')
}
