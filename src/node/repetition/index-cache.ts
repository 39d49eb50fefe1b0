import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RepetitionIndex } from '../../core/repetition/repetition-index.ts'
import { type SegmentationRule, segmentationRules } from '../../core/segmentation/rules.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { cacheFolderOf, makeCacheFolder } from '../cache-folder.ts'
import { diskCode } from '../disk-error.ts'
import { replaceFile } from '../replace-file.ts'

/** Changes with the form of the file, and with whatever makes other hashes of the same lines. */
const version = 1

const count = z.int().nonnegative()

/** The first line of the file, in JSON; what follows is bytes. */
const headerSchema = z.object({
  format: z.literal('winnow-repetition'),
  version: z.literal(version),
  rule: z.enum(segmentationRules),
  /** How many 32-bit numbers, little endian, the hashes' halves and the documents' lines are. */
  hashes: count,
  lines: count,
  /** SHA-256 of all bytes after the header. */
  sha256: z.string(),
})

/** What stands behind the numbers, in JSON. */
const namesSchema = z.object({
  documents: z.array(z.object({ id: z.string(), site: z.string(), stamp: z.string(), lines: count })),
  texts: z.array(z.object({ line: count, text: z.string() })),
})

const fileIn = (folder: string, rule: SegmentationRule): string => join(folder, `repetition-${rule}.bin`)

/** The index as it was last kept for this rule; null if there is none, or none that is whole and of this version. */
export async function readIndex(home: string, rule: SegmentationRule): Promise<RepetitionIndex | null> {
  try {
    return parsed(await readFile(fileIn(cacheFolderOf(home), rule)), rule)
  } catch (error) {
    // Whatever is wrong with it, it is made anew: not there or unreadable, not JSON, numbers that do not fit.
    if (error instanceof SyntaxError || error instanceof RangeError || diskCode(error) !== null) return null
    throw error
  }
}

function parsed(file: Buffer, rule: SegmentationRule): RepetitionIndex | null {
  const headerEnd = file.indexOf('\n')
  const header = headerSchema.safeParse(JSON.parse(file.toString('utf8', 0, Math.max(0, headerEnd))))
  if (!header.success || header.data.rule !== rule) return null
  const { hashes, lines, sha256 } = header.data
  const bytes = file.subarray(headerEnd + 1)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null
  if (4 * (2 * hashes + lines) > bytes.length) return null
  let at = 0
  const numbers = (length: number): Uint32Array<ArrayBuffer> => {
    const array = new Uint32Array(length)
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + 4 * length))
    at += 4 * length
    return array
  }
  const arrays = { high: numbers(hashes), low: numbers(hashes), lines: numbers(lines) }
  const names = namesSchema.safeParse(JSON.parse(bytes.toString('utf8', at)))
  return names.success ? RepetitionIndex.from({ ...arrays, ...names.data }) : null
}

/** Keeps the index, whole or not at all; where it cannot be kept it is made anew the next time. */
export async function writeIndex(
  home: string,
  rule: SegmentationRule,
  index: RepetitionIndex,
): Promise<void> {
  const folder = await makeCacheFolder(home)
  if (folder === null) return
  const { high, low, lines, documents, texts } = index.snapshot()
  const bytes = Buffer.concat([
    ...[high, low, lines].map((array) => Buffer.from(array.buffer)),
    Buffer.from(JSON.stringify({ documents, texts })),
  ])
  const header: z.infer<typeof headerSchema> = {
    format: 'winnow-repetition',
    version,
    rule,
    hashes: high.length,
    lines: lines.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const content = [Buffer.from(`${JSON.stringify(header)}\n`), bytes]
  try {
    // Left behind by a process that was killed while it wrote.
    for (const name of await readdir(folder))
      if (name.startsWith('repetition-') && name.endsWith('.tmp'))
        await rm(join(folder, name), { force: true })
    await replaceFile(fileIn(folder, rule), content, { keepPrevious: false })
  } catch (error) {
    // A full disk keeps nobody from counting.
    if (!(error instanceof WinnowError) && diskCode(error) === null) throw error
  }
}
