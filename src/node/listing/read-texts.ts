import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { languageNamed, languageOf } from '../../core/language-of.ts'
import { readerNames } from '../../core/reader-name.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode } from '../disk-error.ts'
import { looksPlain, versionOf } from '../document-source.ts'
import { BrokenContent } from '../readers/content/content.ts'
import { headOfDump, openContent } from '../readers/content/open-content.ts'
import { decodeText } from '../readers/decode.ts'
import { isAbort } from '../readers/is-abort.ts'
import type { DumpFile, ReaderSettings } from '../readers/reader.ts'
import { headForReaders, readerNamed } from '../readers/registry.ts'

/** A file that is one document, as it is listed. */
export const textToReadSchema = z.object({
  id: z.string(),
  version: z.string(),
  reader: z.enum(readerNames),
  /** What it says of its own language; '' where it does not. */
  language: z.string(),
})

export type TextToRead = z.infer<typeof textToReadSchema>

/** What is known of a file that was read. */
export const readTextSchema = z.object({
  file: z.string(),
  version: z.string(),
  /** Of its bytes, uncompressed, in hexadecimal; '' where it could not be read. */
  sha256: z.string(),
  /** '' where neither it nor its text tells. */
  language: z.string(),
})

export type ReadText = z.infer<typeof readTextSchema>

/** For how long what is found out waits to be told at least, in milliseconds, as windows sort their lists by it. */
const tellEvery = 2000
/** And as a share of the time that it has taken so far: what takes long is told less often. */
const shareOfTime = 0.1
/** For how long files are read before anything else gets its turn, in milliseconds. */
const readAtATime = 20
/** Up to which size a file is read at once; of larger ones the language is that of their beginning. In bytes. */
const largestRead = 4 * 1024 * 1024

/**
 * Reads files from their beginning to their end, for their hashes and languages. A file that is not what was listed is
 * passed over. Keeps its thread waiting for small ones. Ends early once `signal` is aborted.
 */
export async function readTexts(
  folder: string,
  files: readonly TextToRead[],
  settings: ReaderSettings,
  signal: AbortSignal,
  tell: (texts: ReadText[]) => void,
): Promise<void> {
  let found: ReadText[] = []
  const began = performance.now()
  let told = began
  let turn = began
  for (const file of files) {
    const now = performance.now()
    if (now - turn >= readAtATime) {
      await nextTurn()
      turn = performance.now()
      if (signal.aborted) break
    }
    // Where it can be done at once, it is: waiting for each of many small files takes longer than reading them.
    const text = readSmall(folder, file, settings) ?? (await readText(folder, file, settings, signal))
    if (text !== 'passed-over') found.push(text)
    if (now - told < Math.max(tellEvery, (now - began) * shareOfTime)) continue
    tell(found)
    found = []
    told = now
  }
  if (found.length > 0) tell(found)
}

const pathOf = (folder: string, { id }: TextToRead): string => join(folder, ...id.split('/'))

/** Null for what is large or compressed, cannot be read, or is a page whose text has to be made first. */
function readSmall(
  folder: string,
  file: TextToRead,
  settings: ReaderSettings,
): ReadText | 'passed-over' | null {
  const { id, version, reader } = file
  const known = languageNamed(file.language)
  if (reader !== 'text' && known === null) return null
  try {
    const path = pathOf(folder, file)
    const facts = statSync(path)
    if (versionOf(facts) !== version) return 'passed-over'
    if (facts.size > largestRead) return null
    const bytes = readFileSync(path)
    if (!looksPlain(bytes)) return null
    const language = known ?? languageOf(decodeText(bytes, { chosen: settings.encoding }).text) ?? ''
    return { file: id, version, sha256: createHash('sha256').update(bytes).digest('hex'), language }
  } catch (error) {
    if (diskCode(error) === null) throw error
    return null
  }
}

async function readText(
  folder: string,
  listed: TextToRead,
  settings: ReaderSettings,
  signal: AbortSignal,
): Promise<ReadText | 'passed-over'> {
  const { id, version, reader } = listed
  const path = pathOf(folder, listed)
  const facts = await stat(path).catch(() => null)
  if (!facts || versionOf(facts) !== version) return 'passed-over'
  const file = { path, id, bytes: facts.size }
  const known = languageNamed(listed.language)
  try {
    if (facts.size <= largestRead)
      return { file: id, version, ...(await wholeText(file, reader, known, settings)) }
    const language = known ?? (await languageOfHead(file, reader, settings))
    return { file: id, version, sha256: await hashOf(file, signal), language }
  } catch (error) {
    if (isAbort(error)) return 'passed-over'
    // Whoever opens it is told why.
    if (error instanceof WinnowError || diskCode(error) !== null)
      return { file: id, version, sha256: '', language: known ?? '' }
    throw error
  }
}

async function wholeText(
  file: DumpFile,
  reader: TextToRead['reader'],
  known: string | null,
  settings: ReaderSettings,
): Promise<Pick<ReadText, 'sha256' | 'language'>> {
  const source = await readerNamed(reader).open(file, settings)
  try {
    const { text, sha256, facts } = await source.read({ number: 1, position: 0, bytes: file.bytes })
    return { sha256, language: known ?? languageOf(text, facts.language) ?? '' }
  } finally {
    await source.close()
  }
}

/** Of what can be uncompressed. @throws WinnowError */
async function hashOf(file: DumpFile, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const content = await openContent(file, null)
  try {
    for await (const { bytes } of content.pieces(signal)) hash.update(bytes)
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
  } finally {
    await content.close()
  }
  return hash.digest('hex')
}

async function languageOfHead(
  { path }: DumpFile,
  reader: TextToRead['reader'],
  settings: ReaderSettings,
): Promise<string> {
  if (reader !== 'text') return ''
  const head = await headOfDump(path, headForReaders)
  return languageOf(decodeText(head, { chosen: settings.encoding }).text) ?? ''
}
