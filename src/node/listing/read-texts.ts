import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
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

/** For how long what is found out waits to be told, in milliseconds, as windows sort their lists by it. */
const tellEvery = 2000
/** How many are told at once, at most. */
const mostAtOnce = 2000
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
  let told = performance.now()
  for (const file of files) {
    await nextTurn()
    if (signal.aborted) break
    const text = await readText(folder, file, settings, signal)
    if (text) found.push(text)
    if (found.length < mostAtOnce && performance.now() - told < tellEvery) continue
    tell(found)
    found = []
    told = performance.now()
  }
  if (found.length > 0) tell(found)
}

async function readText(
  folder: string,
  { id, version, reader, language: told }: TextToRead,
  settings: ReaderSettings,
  signal: AbortSignal,
): Promise<ReadText | null> {
  const path = join(folder, ...id.split('/'))
  const facts = await stat(path).catch(() => null)
  if (!facts || versionOf(facts) !== version) return null
  const file = { path, id, bytes: facts.size }
  const known = languageNamed(told) ?? ''
  try {
    const found =
      facts.size > largestRead
        ? {
            sha256: await hashOf(file, signal),
            language: known || (await languageOfHead(file, reader, settings)),
          }
        : (smallText(path, reader, known, settings) ?? (await wholeText(file, reader, known, settings)))
    return { file: id, version, ...found }
  } catch (error) {
    if (isAbort(error)) return null
    // Whoever opens it is told why.
    if (error instanceof WinnowError || diskCode(error) !== null)
      return { file: id, version, sha256: '', language: known }
    throw error
  }
}

type Found = Pick<ReadText, 'sha256' | 'language'>

/** Null for what is compressed, or a page whose text has to be made first. */
function smallText(
  path: string,
  reader: TextToRead['reader'],
  known: string,
  settings: ReaderSettings,
): Found | null {
  const bytes = readFileSync(path)
  if ((reader !== 'text' && known === '') || !looksPlain(bytes)) return null
  const language = known || (languageOf(decodeText(bytes, { chosen: settings.encoding }).text) ?? '')
  return { sha256: createHash('sha256').update(bytes).digest('hex'), language }
}

async function wholeText(
  file: DumpFile,
  reader: TextToRead['reader'],
  known: string,
  settings: ReaderSettings,
): Promise<Found> {
  const source = await readerNamed(reader).open(file, settings)
  try {
    const { text, sha256, facts } = await source.read({ number: 1, position: 0, bytes: file.bytes })
    return { sha256, language: known || (languageOf(text, facts.language) ?? '') }
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
