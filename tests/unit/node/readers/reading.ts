import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type {
  DumpFile,
  DumpReader,
  ReaderSettings,
  ReadRecord,
  RecordFacts,
  RecordTrouble,
} from '../../../../src/node/readers/reader.ts'

export const guessedSettings: ReaderSettings = { columns: {}, cacheFolder: null }

export const dumpFile = (path: string): DumpFile => ({ path, id: basename(path), bytes: statSync(path).size })

/** The whole index of a file. */
export async function indexed(
  reader: DumpReader,
  path: string,
  settings = guessedSettings,
): Promise<{ records: RecordFacts[]; troubles: RecordTrouble[]; doneBytes: number[] }> {
  const found = { records: [] as RecordFacts[], troubles: [] as RecordTrouble[], doneBytes: [] as number[] }
  for await (const batch of reader.index(dumpFile(path), settings, new AbortController().signal)) {
    found.records.push(...batch.records)
    found.troubles.push(...batch.troubles)
    found.doneBytes.push(batch.doneBytes)
  }
  return found
}

/** Some records of a file, in the order in which they are asked for. */
export async function readRecords(
  reader: DumpReader,
  path: string,
  records: readonly RecordFacts[],
  settings = guessedSettings,
): Promise<ReadRecord[]> {
  const source = await reader.open(dumpFile(path), settings)
  try {
    const read: ReadRecord[] = []
    for (const { number, position, bytes } of records)
      read.push(await source.read({ number, position, bytes }))
    return read
  } finally {
    await source.close()
  }
}
