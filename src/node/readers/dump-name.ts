/** The extension of a file's name in lower case without the dot, leaving aside that of its compression; '' if none. */
export function extensionOf(name: string): string {
  const plain = name.slice(name.lastIndexOf('/') + 1).replace(/\.(gz|gzip|zst|zstd)$/i, '')
  const dot = plain.lastIndexOf('.')
  return dot <= 0 ? '' : plain.slice(dot + 1).toLowerCase()
}
