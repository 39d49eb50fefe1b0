import type { Status } from '../../annotation.ts'
import { fromUtf16 } from '../../offsets.ts'
import { labelledSegments } from '../counted-segments.ts'
import type { DatasetDocument } from '../dataset-document.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { documentFacts } from '../document-facts.ts'
import { textHash } from '../text-hash.ts'
import { type Token, tokeniseSegments } from '../tokens.ts'
import { readProdigy } from './read-prodigy.ts'

/** JSON Lines as Prodigy's `db-out` writes and `db-in` reads them, with tokens in step with the spans. */
export const prodigy: DatasetFormat = {
  name: 'prodigy',
  layout: 'file',
  extension: '.jsonl',
  units: ['codepoint'],
  pieces: (document) => [{ path: '', text: `${JSON.stringify(taskOf(document))}\n` }],
  read: readProdigy,
}

function taskOf(document: DatasetDocument): object {
  const { text } = document
  const labelled = document.segments.filter(({ label }) => label !== null)
  const { tokens, spans: places } = tokeniseSegments(text, labelled)
  const spans = labelledSegments(document, 'codepoint').map((segment, index) => ({
    start: segment.start,
    end: segment.end,
    token_start: places[index]?.first ?? 0,
    token_end: places[index]?.last ?? 0,
    label: segment.label,
    text: segment.text,
    by: segment.by,
    ...(segment.from !== undefined && { from: segment.from }),
  }))
  return {
    text,
    tokens: countedTokens(text, tokens),
    spans,
    answer: answerTo(document.status),
    meta: documentFacts(document),
    _view_id: 'spans_manual',
    _input_hash: textHash(text),
    _task_hash: textHash(
      [text, ...spans.map(({ start, end, label }) => `${start}:${end}:${label}`)].join('\n'),
    ),
  }
}

/** What was put aside is no example to learn from. */
const answerTo = (status: Status): 'accept' | 'ignore' =>
  status === 'skipped' || status.startsWith('flagged-') ? 'ignore' : 'accept'

function countedTokens(text: string, tokens: readonly Token[]): object[] {
  const offsets = fromUtf16(
    text,
    tokens.flatMap(({ start, end }) => [start, end]),
    'codepoint',
  )
  return tokens.map((token, id) => ({
    text: token.text,
    start: offsets[2 * id] ?? 0,
    end: offsets[2 * id + 1] ?? 0,
    id,
    ws: token.space,
  }))
}
