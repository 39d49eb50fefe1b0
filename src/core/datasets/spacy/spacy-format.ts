import { labelledSegments } from '../counted-segments.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { documentFacts } from '../document-facts.ts'
import { tokeniseSegments } from '../tokens.ts'
import { readSpacy } from './read-spacy.ts'

/**
 * JSON Lines with what spaCy makes an example from: `entities` as its training dictionaries have them, in code points,
 * and `words` with `spaces`, from which a `Doc` is made whose tokens are in step with every one of them.
 */
export const spacy: DatasetFormat = {
  name: 'spacy',
  layout: 'file',
  extension: '.jsonl',
  units: ['codepoint'],
  pieces: (document) => [{ path: '', text: `${JSON.stringify(exampleOf(document))}\n` }],
  read: readSpacy,
}

function exampleOf(document: DatasetDocument): object {
  const { tokens } = tokeniseSegments(
    document.text,
    document.segments.filter(({ label }) => label !== null),
  )
  return {
    text: document.text,
    entities: labelledSegments(document, 'codepoint').map(({ start, end, label }) => [start, end, label]),
    words: tokens.map(({ text }) => text),
    spaces: tokens.map(({ space }) => space),
    meta: documentFacts(document),
  }
}
