import { commonEnds } from '../core/common-ends.ts'
import type { LabelsFile } from '../core/labels-file.ts'

type SavedSegments = LabelsFile['segments']

/** Segments that were written, and what they are as a part of the file, after a comma. */
interface Block {
  readonly segments: SavedSegments
  readonly bytes: Uint8Array
}

/** How many segments a block has at most: written anew where one of them changes. */
const blockLength = 1024

const before = '{\n "segments": ['
const after = '\n ]\n}'
const none = '\n "segments": []'

/**
 * Turns the states of one labels file into its bytes, as `JSON.stringify(file, null, 1)` would: a line for each value,
 * so that people can read it and git can tell what changed. What was written of segments that are the same objects as
 * the last time is taken as it was, so that a label costs the same in a document of 100,000 segments as in a small one.
 */
export class LabelsJson {
  #blocks: readonly Block[] = []

  /** The bytes of `file`, in parts to write one after the other. */
  encode(file: LabelsFile): Uint8Array[] {
    const facts = JSON.stringify({ ...file, segments: [] }, null, 1)
    if (file.segments.length === 0) return [Buffer.from(`${facts}\n`)]
    this.#blocks = blocksOf(file.segments, this.#blocks)
    const at = facts.lastIndexOf(none)
    const head = `${facts.slice(0, at)}\n "segments": [`
    const tail = `\n ]${facts.slice(at + none.length)}\n`
    const parts = this.#blocks.map(({ bytes }, n) => (n === 0 ? bytes.subarray(1) : bytes))
    return [Buffer.from(head), ...parts, Buffer.from(tail)]
  }
}

/** `segments` in blocks, with those of `known` from both ends for as long as their segments are the same. */
function blocksOf(segments: SavedSegments, known: readonly Block[]): Block[] {
  const { front, back } = commonEnds(
    known.flatMap((block) => block.segments),
    segments,
  )
  let first = 0
  let from = 0
  for (; from + (known[first]?.segments.length ?? Number.POSITIVE_INFINITY) <= front; first++)
    from += known[first]?.segments.length ?? 0
  let last = known.length
  let to = segments.length
  for (
    ;
    segments.length - to + (known[last - 1]?.segments.length ?? Number.POSITIVE_INFINITY) <= back;
    last--
  )
    to -= known[last - 1]?.segments.length ?? 0
  return [...known.slice(0, first), ...newBlocks(segments.slice(from, to)), ...known.slice(last)]
}

/** As few blocks as there can be, all of about the same length. */
function newBlocks(segments: SavedSegments): Block[] {
  const count = Math.ceil(segments.length / blockLength)
  return Array.from({ length: count }, (_, n) => {
    const part = segments.slice(
      Math.floor((n * segments.length) / count),
      Math.floor(((n + 1) * segments.length) / count),
    )
    const json = JSON.stringify({ segments: part }, null, 1)
    return { segments: part, bytes: Buffer.from(`,${json.slice(before.length, -after.length)}`) }
  })
}
