import { say } from '../../../core/sentences/say.ts'
import type { PieceReader } from './piece-reader.ts'
import { longestWarcHeader, type WarcHeader, warcHeader, warcHeaderEnd, warcMark } from './warc-header.ts'

/** A record as it was come across. */
export type FoundRecord =
  | {
      readonly kind: 'record'
      readonly number: number
      readonly position: number
      /** With its header. */
      readonly bytes: number
      readonly header: WarcHeader
      /** The first bytes of its block, as many as {@link blockHeadLength} if there are. */
      readonly blockHead: Uint8Array
    }
  | { readonly kind: 'unusable'; readonly where: string; readonly reason: string }

/** What is looked at of each block; the fields of an HTTP reply are seldom longer than 2 KB. */
export const blockHeadLength = 16_384

const window = 65_536

/** How far a record's end is looked for where another record seems to begin before it. */
const farthestEnd = 16 * 1024 * 1024

const recordStart = Buffer.from('\nWARC/1.')
const lineFeed = 0x0a
const carriageReturn = 0x0d

type Unusable = Extract<FoundRecord, { kind: 'unusable' }>

/**
 * All records of a WARC file in order. Numbers count all of them, whatever their type. After a length that is wrong the
 * next record is looked for, and the one with that length is left out.
 */
export async function* warcRecords(reader: PieceReader): AsyncGenerator<FoundRecord> {
  let last: FoundRecord | null = null
  for (let number = 1; ; number++) {
    const isAtRecord = await skipToMark(reader)
    if (last?.kind === 'record' && isAtRecord === false)
      last = unusable(last.number, say`It is longer than it says; Winnow went on with the next record.`)
    else if (isAtRecord === false) yield { kind: 'unusable', ...nothingThere(reader.position) }
    if (last) yield last
    if (isAtRecord === null) return
    if (isAtRecord === false && !(await skipToNextRecord(reader))) return
    last = await nextRecord(reader, number)
  }
}

const nothingThere = (position: number): Omit<Unusable, 'kind'> => ({
  where: say`byte ${position}`,
  reason: say`No WARC record begins there; Winnow went on with the next one.`,
})

const unusable = (number: number, reason: string): Unusable => ({
  kind: 'unusable',
  where: say`record ${number}`,
  reason,
})

/** Goes past line ends. True if a record follows, false if something else does, null at the end. */
async function skipToMark(reader: PieceReader): Promise<boolean | null> {
  for (;;) {
    const bytes = await reader.look(warcMark.length)
    if (bytes.length === 0) return null
    if (bytes[0] === lineFeed || bytes[0] === carriageReturn) reader.skip(1)
    // A file can be cut within the mark.
    else return bytes.subarray(0, warcMark.length).equals(warcMark.subarray(0, bytes.length))
  }
}

/** Goes to where the next record seems to begin, past what comes next. False if there is none. */
async function skipToNextRecord(reader: PieceReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.look(window)
    const at = bytes.indexOf(recordStart)
    if (at !== -1) {
      reader.skip(at + 1)
      return true
    }
    if (bytes.length < window) {
      reader.skip(bytes.length)
      return false
    }
    reader.skip(bytes.length - recordStart.length)
  }
}

async function nextRecord(reader: PieceReader, number: number): Promise<FoundRecord> {
  const { position } = reader
  const headBytes = await reader.look(longestWarcHeader)
  const headerLength = warcHeaderEnd(headBytes)
  if (headerLength === -1) {
    await skipToNextRecord(reader)
    return unusable(number, say`Its header has no end.`)
  }
  const header = warcHeader(headBytes.subarray(0, headerLength))
  reader.skip(headerLength)
  if (!header) {
    await skipToNextRecord(reader)
    return unusable(number, say`It does not say how long it is.`)
  }
  const block = await reader.look(Math.min(header.blockLength, blockHeadLength))
  const blockHead = Uint8Array.from(block.subarray(0, Math.min(header.blockLength, blockHeadLength)))
  const failure = await skipBlock(reader, header.blockLength)
  if (failure !== null) return unusable(number, failure)
  return {
    kind: 'record',
    number,
    position,
    bytes: headerLength + header.blockLength,
    header,
    blockHead,
  }
}

/** Goes past a block. If it is not as long as it should be, says why, and is where the next record begins. */
async function skipBlock(reader: PieceReader, length: number): Promise<string | null> {
  for (let left = length; left > 0; ) {
    const bytes = await reader.look(Math.min(left, window) + recordStart.length)
    if (bytes.length === 0)
      return reader.broken
        ? say`The file breaks off within it.`
        : say`It is cut off: the file ends before it does.`
    const inBlock = bytes.subarray(0, left)
    const at = inBlock.indexOf(recordStart)
    if (at === -1) {
      // What may be the first half of a beginning is looked at again.
      const passed = bytes.length > left ? left : Math.max(1, inBlock.length - recordStart.length + 1)
      reader.skip(passed)
      left -= passed
      continue
    }
    reader.skip(at)
    left -= at
    if (!(await endsAt(reader, left))) {
      reader.skip(1)
      return say`It is shorter than it says; Winnow went on with the next record.`
    }
    reader.skip(left)
    return null
  }
  return null
}

/** Whether a record could end `length` bytes further on: at line ends and another record, or at the end of the file. */
async function endsAt(reader: PieceReader, length: number): Promise<boolean> {
  if (length > farthestEnd) return false
  const needed = length + 4 + warcMark.length
  const bytes = await reader.look(needed)
  if (bytes.length < length) return false
  const after = bytes.subarray(length, needed)
  return after.length < needed - length
    ? /^[\r\n]*(W|WA|WAR|WARC|WARC\/)?$/.test(after.toString('latin1'))
    : /^\r?\n\r?\nWARC/.test(after.toString('latin1'))
}
