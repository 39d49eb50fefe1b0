/** What the header of a zstd frame says (RFC 8878). */
export interface ZstdFrameHeader {
  /** The header's length with the magic number, in bytes. */
  readonly length: number
  /** How much of the content before must be kept to uncompress what follows. */
  readonly windowSize: number
  /** The length of the frame's content, where it is told. */
  readonly contentSize: number | null
  readonly hasChecksum: boolean
  readonly needsDictionary: boolean
}

/** How many bytes {@link zstdFrameHeader} looks at, at most. */
export const longestFrameHeader = 18

const little = (bytes: Uint8Array, at: number, length: number): number => {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

export const isZstdFrame = (bytes: Uint8Array): boolean => little(bytes, 0, 4) === 0xfd2fb528

/** The length of a frame that holds nothing to uncompress, or null if `bytes` begin no such frame. */
export const skippableFrame = (bytes: Uint8Array): number | null =>
  Math.floor(little(bytes, 0, 4) / 16) === 0x184d2a5 ? 8 + little(bytes, 4, 4) : null

/** Reads the header of a zstd frame, of which `bytes` hold at least as much as there is. */
export function zstdFrameHeader(bytes: Uint8Array): ZstdFrameHeader {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 32) !== 0
  const sizeFlag = descriptor >> 6
  const dictionaryLength = [0, 1, 2, 4][descriptor & 3] ?? 0
  const dictionaryAt = isSingle ? 5 : 6
  const sizeAt = dictionaryAt + dictionaryLength
  const sizeLength = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag
  const contentSize =
    sizeLength === 0 ? null : little(bytes, sizeAt, sizeLength) + (sizeLength === 2 ? 256 : 0)
  return {
    length: sizeAt + sizeLength,
    windowSize: isSingle ? (contentSize ?? 0) : windowSize(bytes[5] ?? 0),
    contentSize,
    hasChecksum: (descriptor & 4) !== 0,
    needsDictionary: little(bytes, dictionaryAt, dictionaryLength) !== 0,
  }
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3))
  return base + (base / 8) * (descriptor & 7)
}

/** The header of a block within a frame. */
export interface ZstdBlockHeader {
  readonly isLast: boolean
  /** How many bytes of the file follow it. */
  readonly length: number
  readonly isValid: boolean
}

export const blockHeaderLength = 3
export const largestBlock = 131_072

export function zstdBlockHeader(bytes: Uint8Array): ZstdBlockHeader {
  const header = little(bytes, 0, 3)
  const type = (header >> 1) & 3
  const size = header >> 3
  return {
    isLast: (header & 1) === 1,
    length: type === 1 ? 1 : size,
    isValid: type !== 3 && size <= largestBlock,
  }
}
