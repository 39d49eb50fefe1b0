import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteLine, byteLines } from '../../../../src/node/readers/byte-lines.ts'
import { BrokenContent, type ContentPiece } from '../../../../src/node/readers/content/content.ts'

async function* inPieces(bytes: Uint8Array, size: number, broken = false): AsyncGenerator<ContentPiece> {
  for (let at = 0; at < bytes.length; at += size)
    yield { bytes: bytes.subarray(at, at + size), doneBytes: Math.min(at + size, bytes.length) }
  if (broken) throw new BrokenContent('It ends early.', bytes.length)
}

async function collect(pieces: AsyncIterable<ContentPiece>, longest: number): Promise<ByteLine[]> {
  const lines: ByteLine[] = []
  for await (const batch of byteLines(pieces, longest)) lines.push(...batch.lines)
  return lines
}

test('lines are those between line feeds, whatever the pieces; of longer ones only the length is known', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('\n', 'a', 'bc', '\r', 'đ'.repeat(5)), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 12 }),
      async (parts, size, longest) => {
        const bytes = Buffer.from(parts.join(''))
        const expected = parts.join('').split('\n')
        if (expected.at(-1) === '') expected.pop()
        let position = 0
        const lines = await collect(inPieces(bytes, size), longest)
        expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1))
        for (const [index, line] of lines.entries()) {
          const text = Buffer.from(expected[index] ?? '')
          expect([line.position, line.length]).toEqual([position, text.length])
          expect(line.bytes === null ? null : Buffer.from(line.bytes)).toEqual(
            text.length > longest ? null : text,
          )
          position += text.length + 1
        }
      },
    ),
  )
})

test('what stands before a break is a line too, and then the break is thrown', async () => {
  const lines: string[] = []
  const reading = (async (): Promise<void> => {
    for await (const batch of byteLines(inPieces(Buffer.from('one\ntwo'), 3, true), 10))
      for (const { bytes } of batch.lines) lines.push(Buffer.from(bytes ?? []).toString())
  })()
  await expect(reading).rejects.toThrow('ends early')
  expect(lines).toEqual(['one', 'two'])
})
