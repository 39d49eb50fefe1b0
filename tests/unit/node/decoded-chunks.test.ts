import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decodedChunks } from '../../../src/node/import/decoded-chunks.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function read(bytes: Uint8Array) {
  const path = join(temporaryFolder({ 'labels.jsonl': bytes }), 'labels.jsonl')
  const told: number[] = []
  const parts: string[] = []
  const file = { name: 'labels.jsonl', path, bytes: statSync(path).size }
  for await (const part of decodedChunks(file, (done) => told.push(done))) parts.push(part)
  return { text: parts.join(''), last: told.at(-1), parts: parts.length }
}

/** 18 MiB, whose characters lie across the bounds of all chunks. */
const long = `x${'Đồng 🌾\n'.repeat(1_300_000)}`

it('reads a large file piece by piece, with the characters that lie between', async () => {
  const bytes = Buffer.from(long)
  const { text, last, parts } = await read(bytes)
  expect(text === long).toBe(true)
  expect(last).toBe(bytes.length)
  expect(parts).toBeGreaterThan(10)
})

it.each([
  ['UTF-8 with a mark', Buffer.from('\ufeffĐồng 🌾')],
  ['UTF-16 with a mark', Buffer.from('\ufeffĐồng 🌾', 'utf16le')],
  ['no encoding that is named', Buffer.from('Đồng 🌾')],
])('reads a small file in %s', async (_, bytes) => {
  expect((await read(bytes)).text).toBe('Đồng 🌾')
})

it('refuses a large file that is not UTF-8, and says where', async () => {
  const bytes = Buffer.from(long)
  bytes[bytes.length - 2] = 0xff
  await expect(read(bytes)).rejects.toMatchObject({
    code: 'import-failed',
    message: expect.stringMatching(/is not UTF-8 after byte \d+/),
  })
})
