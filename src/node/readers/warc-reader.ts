import { columnCell } from '../../core/columns/column-cell.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { unreadableDump } from '../read-dump.ts'
import { brokenTrouble } from './broken-trouble.ts'
import type { Content } from './content/content.ts'
import { openContent } from './content/open-content.ts'
import { indexOpened } from './opened-dump.ts'
import type { DumpFile, DumpReader, IndexBatch, ReaderSettings, ReadRecord, RecordFacts } from './reader.ts'
import { TroubleList } from './trouble-list.ts'
import { longestBody, UnreadableBody } from './warc/decoded-body.ts'
import { PieceReader } from './warc/piece-reader.ts'
import { recordKind, warcDocument } from './warc/warc-document.ts'
import { warcFacts, warcHeader, warcHeaderEnd, warcMark } from './warc/warc-header.ts'
import { warcRecords } from './warc/warc-records.ts'

const longestRecord = longestBody + 65_536

const recordsAtOnce = 200

/** WARC files of crawlers and the WET files made of them: one document a reply or conversion, numbered as all records are. */
export const warcReader: DumpReader = {
  name: 'warc',
  single: false,
  columns: ['WARC-Date', 'WARC-Identified-Content-Language', 'WARC-Target-URI', 'Content-Length'],

  recognises: (_name, head) => /^\s*WARC\/\d/.test(Buffer.from(head.subarray(0, 64)).toString('latin1')),

  async *index(file, settings, signal, column) {
    const content = await openContent(file, settings.cacheFolder)
    yield* indexOpened(file, content, indexBatches(content, signal, column))
  },

  async open(file, settings) {
    const content = await openContent(file, settings.cacheFolder)
    return {
      read: (facts) => readRecord(file, content, settings, facts),
      close: () => content.close(),
    }
  },
}

async function* indexBatches(
  content: Content,
  signal: AbortSignal,
  column: string | undefined,
): AsyncGenerator<IndexBatch> {
  const pieces = content.pieces(signal)
  const reader = new PieceReader(pieces)
  const troubles = new TroubleList()
  const leftOut = new Map<string, number>()
  let records: RecordFacts[] = []
  let seen = 0
  try {
    for await (const found of warcRecords(reader)) {
      signal.throwIfAborted()
      if (found.kind === 'unusable') troubles.add(found.where, found.reason)
      else {
        const { number, position, bytes, header } = found
        const kind = recordKind(header, found.blockHead)
        if (typeof kind === 'object') leftOut.set(kind.leftOut, (leftOut.get(kind.leftOut) ?? 0) + 1)
        else if (bytes > longestRecord)
          troubles.add(
            say`record ${number}`,
            say`It has ${Math.ceil(bytes / 1024 / 1024)} MB; Winnow reads records of up to ${longestBody / 1024 / 1024} MB.`,
          )
        else {
          const cell = column === undefined ? {} : { cell: columnCell(header.fields.get(column) ?? null) }
          records.push({ number, position, bytes, ...warcFacts(header), ...cell })
        }
      }
      if (++seen % recordsAtOnce !== 0) continue
      yield { records, troubles: troubles.take(), doneBytes: reader.doneBytes }
      records = []
    }
  } finally {
    await pieces.return(undefined)
  }
  const broken = reader.broken ? [brokenTrouble(reader.broken)] : []
  yield {
    records,
    troubles: [...troubles.rest(), ...broken],
    doneBytes: reader.doneBytes,
    leftOut: Object.fromEntries(leftOut),
  }
}

async function readRecord(
  file: DumpFile,
  content: Content,
  settings: ReaderSettings,
  { number, position, bytes }: Pick<RecordFacts, 'number' | 'position' | 'bytes'>,
): Promise<ReadRecord> {
  try {
    const record = await content.read(position, Math.min(bytes, longestRecord))
    const length = warcHeaderEnd(record)
    const isRecord = Buffer.from(record.subarray(0, warcMark.length)).equals(warcMark)
    const header = isRecord && length !== -1 ? warcHeader(record.subarray(0, length)) : null
    if (!header || record.length < bytes)
      throw new UnreadableBody(say`It is not where it was. The file has changed since it was listed.`)
    const block = record.subarray(length)
    const kind = recordKind(header, block)
    if (typeof kind === 'object') throw new UnreadableBody(say`It holds no page (${kind.leftOut}).`)
    return await warcDocument(header, block, kind, settings)
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw unreadableDump(file.path, error)
    throw new WinnowError(
      'dump-unreadable',
      say`Record ${number} of ${file.path} cannot be read as a document: ${error.message} The other documents are not affected.`,
      { cause: error },
    )
  }
}
