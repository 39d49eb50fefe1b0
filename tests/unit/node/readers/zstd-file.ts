import { Zstd } from '@hpcc-js/wasm-zstd'

/** Compresses as the `zstd` tool does, in one frame: the library itself, as WebAssembly. */
export async function zstdFile(content: Uint8Array | string, level = 3): Promise<Uint8Array> {
  return (await Zstd.load()).compress(Buffer.from(content), level)
}

/** A frame whose blocks are not compressed, written by hand; without a length or with a wrong one as asked. */
export function storedZstdFrame(content: Uint8Array, claimedLength: number | null = null): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let at = 0; at === 0 || at < content.length; at += 100_000) {
    const block = content.subarray(at, at + 100_000)
    const isLast = at + 100_000 >= content.length
    const header = (block.length << 3) | (isLast ? 1 : 0)
    blocks.push(Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16), block)
  }
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, claimedLength === null ? 0 : 0x80, 0x58])
  const length = Buffer.alloc(claimedLength === null ? 0 : 4)
  if (claimedLength !== null) length.writeUInt32LE(claimedLength)
  return Buffer.concat([head, length, ...blocks])
}
