import { join } from 'node:path'
import { previewLimits, type ReadingPreview } from '../core/contract-reading.ts'
import type { ListedFile } from '../core/listing/document-table.ts'
import type { ReadingChoice } from '../core/reading-choice.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DumpFile, DumpReader, ReaderSettings, ReadRecord } from './readers/reader.ts'
import { readerNamed } from './readers/registry.ts'

/** What of a corpus a preview needs. */
export interface PreviewedCorpus {
  readonly folder: string
  /** What it says about the reading of its dumps at the moment. */
  readonly chosen: ReadingChoice
  readonly files: readonly ListedFile[]
  readonly cacheFolder: string | null
}

/** The first documents of the dump `wanted`, or of the first one with columns, as `choice` would make them. */
export async function previewReading(
  { folder, chosen, files, cacheFolder }: PreviewedCorpus,
  wanted: string | undefined,
  choice: ReadingChoice,
): Promise<ReadingPreview> {
  const offered = offeredFiles(files, wanted)
  const file = offered.find(({ id }) => id === wanted) ?? offered[0]
  const preview = {
    chosen,
    files: offered.map(({ id, reader }) => ({ id, reader })),
    file: file?.id ?? null,
    columns: [],
    guess: {},
    records: [],
    trouble: null,
  }
  if (!file) return preview
  const dump = { path: join(folder, ...file.id.split('/')), id: file.id, bytes: file.bytes }
  try {
    const found = await firstRecords(readerNamed(file.reader), dump, { ...choice, cacheFolder })
    return {
      ...preview,
      columns: [...found.columns],
      guess: found.guess,
      records: found.records.slice(0, previewLimits.records).map(previewed),
    }
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
    return { ...preview, trouble: error.message }
  }
}

/** Those with columns first, and the one that is wanted in any case. */
function offeredFiles(files: readonly ListedFile[], wanted: string | undefined): ListedFile[] {
  const withColumns: ListedFile[] = []
  const others: ListedFile[] = []
  const asked: ListedFile[] = []
  for (const file of files) {
    const list = readerNamed(file.reader).preview ? withColumns : others
    if (list.length < previewLimits.files) list.push(file)
    else if (file.id === wanted) asked.push(file)
  }
  return [...asked, ...withColumns, ...others].slice(0, previewLimits.files)
}

async function firstRecords(
  reader: DumpReader,
  file: DumpFile,
  settings: ReaderSettings,
): Promise<Pick<ReadingPreview, 'columns' | 'guess'> & { readonly records: readonly ReadRecord[] }> {
  if (reader.preview) {
    const { columns, guess, records } = await reader.preview(file, settings)
    return { columns: [...columns], guess, records }
  }
  const source = await reader.open(file, settings)
  try {
    const records: ReadRecord[] = []
    const ended = new AbortController()
    for await (const batch of reader.index(file, settings, ended.signal)) {
      for (const facts of batch.records.slice(0, previewLimits.records - records.length))
        records.push(await source.read(facts))
      if (records.length === previewLimits.records) break
    }
    return { columns: [], guess: {}, records }
  } finally {
    await source.close()
  }
}

const previewed = ({
  text,
  encoding,
  undecodable,
  facts,
}: ReadRecord): ReadingPreview['records'][number] => ({
  // Whole characters only.
  text: text.slice(0, previewLimits.text).replace(/[\ud800-\udbff]$/, ''),
  encoding,
  undecodable,
  facts: (['id', 'url', 'language', 'date'] as const).flatMap((role) => {
    const value = facts[role]
    return value === undefined ? [] : [{ role, value }]
  }),
})
