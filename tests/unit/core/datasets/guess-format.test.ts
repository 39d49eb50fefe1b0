import { expect, it } from 'vitest'
import { guessFormat } from '../../../../src/core/datasets/guess-format.ts'

it.each([
  ['labels.jsonl', '{"id": "a.txt", "segments": []}\n', 'jsonl'],
  ['suggestions.json', '{"document": "a.txt", "segments": []}\n', 'jsonl'],
  ['a.html.corrected.txt', 'Some text', 'dragnet'],
  ['163-cleaned.txt', 'URL: http://a.example/\n\n<h> Title\n', 'cleaneval'],
  ['a.html', '<p><span __boilernet_label="1">Text</span>', 'boilernet'],
  ['a.html', '<p><span class="x-nc-sel3">Text</span>', 'l3s-gn1'],
  ['labels.conll', '', 'conll'],
  ['labels.bio', '-DOCSTART- -X- O O\n\nEU B-ORG\n', 'conll'],
  ['labels.tsv', '-DOCSTART-\ta.txt\nbody\tText\n', 'conll-lines'],
  ['labels.tsv', 'document\tstart\tend', 'tsv'],
  ['labels.csv', 'document,start,end', 'csv'],
  ['a.txt', 'Some text that was kept\n', 'text'],
  ['a.bin', 'Some text', null],
])('tells what %s is', (name, head, format) => {
  expect(guessFormat(name, head)).toBe(format)
})
