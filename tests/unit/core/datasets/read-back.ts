import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import type { DatasetFormat, FormatContext } from '../../../../src/core/datasets/dataset-format.ts'
import {
  isTrouble,
  type ReadDocument,
  type ReadTrouble,
} from '../../../../src/core/datasets/read-document.ts'
import { collected, inChunks } from './in-chunks.ts'

/** What `format` reads of what it writes of `documents`. Fails on the first trouble. */
export async function readBack(
  format: DatasetFormat,
  documents: readonly DatasetDocument[],
  context: FormatContext,
): Promise<ReadDocument[]> {
  const read: ReadDocument[] = []
  for (const { path, text } of filesOf(format, documents, context))
    for (const item of await readFrom(format, text, path)) {
      if (isTrouble(item)) throw new Error(JSON.stringify(item))
      read.push(item)
    }
  return read
}

/** What `format` reads of a file. */
export async function readFrom(
  format: DatasetFormat,
  text: string,
  name: string,
): Promise<(ReadDocument | ReadTrouble)[]> {
  if (!format.read) throw new Error(`${format.name} is not read`)
  return collected(format.read(inChunks(text, 7), name))
}

/** The files of a dataset. */
export function filesOf(
  format: DatasetFormat,
  documents: readonly DatasetDocument[],
  context: FormatContext,
): { path: string; text: string }[] {
  const pieces = documents.flatMap((document) => format.pieces(document, context))
  if (format.layout === 'folder') return pieces
  const { before, between, after } = format.frame?.(context) ?? { before: '', between: '', after: '' }
  return [
    {
      path: `dataset${format.extension}`,
      text: before + pieces.map(({ text }) => text).join(between) + after,
    },
  ]
}
