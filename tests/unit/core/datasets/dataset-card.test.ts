import { expect, test } from 'vitest'
import { type CardFacts, datasetCard } from '../../../../src/core/datasets/hugging-face/dataset-card.ts'
import { yamlOf } from '../../../../src/core/datasets/hugging-face/yaml.ts'
import { documentColumns } from '../../../../src/core/datasets/parquet/row-columns.ts'
import { splitOptionsSchema } from '../../../../src/core/splits/split-options.ts'

test('YAML that every version reads alike', () => {
  expect(
    yamlOf({
      plain: 'data/train-*',
      words: ['yes', 'No', 'null', 'n<1K', '', '1', '- a', 'a: b', '# c', ' d', 'Tiêu đề', 'q"\\\n\t'],
      'odd key:': 1.5,
      flag: true,
      marks: '\u0085\u2028\ufeff\u007f😀',
      none: [],
      list: [{ name: 'a', list: [{ name: 'b', dtype: 'int32' }] }, { name: 'c' }, [1, [2]]],
      map: { inner: { deep: 'x' }, empty: {} },
    }),
  ).toBe(`plain: data/train-*
words:
- "yes"
- "No"
- "null"
- "n<1K"
- ""
- "1"
- "- a"
- "a: b"
- "# c"
- " d"
- "Tiêu đề"
- "q\\"\\\\\\n\\t"
"odd key:": 1.5
flag: true
marks: "\\u0085\\u2028\\ufeff\\u007f😀"
none: []
list:
- name: a
  list:
  - name: b
    dtype: int32
- name: c
- - 1
  - - 2
map:
  inner:
    deep: x
  empty: {}
`)
})

const facts: CardFacts = {
  corpus: 'Harbour news | 2024',
  labels: [
    { name: 'body', keep: true, colour: 'green', key: 'b', description: 'The text\nof the page.' },
    { name: 'a|`b`', keep: false, colour: 'stone', key: null, description: 'Menus | lists' },
  ],
  unit: 'codepoint',
  columns: documentColumns(false),
  rows: 'documents',
  splits: new Map([
    [
      'train',
      {
        documents: 1200,
        rows: 1200,
        segments: new Map([
          ['body', 9000],
          ['', 3],
        ]),
      },
    ],
    [
      'test',
      {
        documents: 150,
        rows: 150,
        segments: new Map([
          ['body', 800],
          ['a|`b`', 1],
        ]),
      },
    ],
  ]),
  bytes: 12_345,
  languages: new Set(['vi', 'en']),
  annotators: new Set(['ann']),
  origins: new Set(['human', 'accepted']),
  guidelines: '# What we agreed on\n\n```\n# no heading\n```\n\n## Captions\ngo to `caption`.\n',
  split: null,
}

test('a card says in YAML where the files are, what the columns are and how much there is', () => {
  const [, yaml] = datasetCard(facts).split('---\n')
  expect(yaml).toBe(`pretty_name: "Harbour news | 2024"
language:
- en
- vi
multilinguality:
- multilingual
annotations_creators:
- expert-generated
- machine-generated
language_creators:
- found
source_datasets:
- original
task_categories:
- token-classification
- text-classification
tags:
- boilerplate-removal
- web
- winnow
size_categories:
- "1K<n<10K"
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train-*
  - split: test
    path: data/test-*
dataset_info:
  features:
  - name: id
    dtype: string
  - name: text
    dtype: string
  - name: offsets
    dtype: string
  - name: segments
    list:
    - name: start
      dtype: int32
    - name: end
      dtype: int32
    - name: text
      dtype: string
    - name: label
      dtype: string
    - name: by
      dtype: string
    - name: from
      dtype: string
${['annotator', 'status', 'note', 'sha256', 'encoding', 'url', 'site', 'language', 'date', 'metadata'].map((name) => `  - name: ${name}\n    dtype: string\n`).join('')}  splits:
  - name: train
    num_examples: 1200
  - name: test
    num_examples: 150
  download_size: 12345
`)
})

test('its text has the label set, the counts and the guidelines, whatever stands in them', () => {
  const card = datasetCard(facts)
  expect(card).toContain('\n# Harbour news | 2024\n')
  expect(card).toContain('| `body` | keeps it | The text of the page. |')
  expect(card).toContain('| `` a\\|`b` `` | drops it | Menus \\| lists |')
  expect(card).toContain(
    '| documents | 1,200 | 150 |\n| `body` | 9,000 | 800 |\n| `` a\\|`b` `` | 0 | 1 |\n| without a label | 3 | 0 |',
  )
  expect(card).toContain('counted in Unicode code points')
  expect(card).toContain('### What we agreed on\n\n```\n# no heading\n```\n\n#### Captions\n')
  expect(card).toContain('by one annotator')
  expect(card).not.toContain('How it was split')
  expect(datasetCard({ ...facts, guidelines: null, languages: new Set() })).not.toMatch(
    /Guidelines|language:/,
  )
})

test('it says how the dataset was split, and what to beware of', () => {
  const options = splitOptionsSchema.parse({
    shares: { kind: 'ratio', train: 80, validation: 10, test: 10 },
    seed: 7,
  })
  const lines = { lines: 900, repeated: 90, kept: 100, keptRepeated: 4 }
  const counts = { documents: 10, sites: 3, segments: {} }
  const card = datasetCard({
    ...facts,
    split: {
      options,
      report: {
        groups: 12,
        largestGroup: { documents: 700, sites: 2 },
        sitesKept: 11,
        nearDuplicateLinks: 1,
        splits: { train: counts, validation: counts, test: counts },
        leftOut: [],
        lines: { train: lines, validation: lines, test: lines },
        lineSample: 1,
        warnings: [
          { code: 'empty', split: 'validation' },
          { code: 'lines-repeat', split: 'test', ...lines },
        ],
      },
    },
  })
  expect(card).toContain(`## How it was split

Asked for: 80 : 10 : 10 for training, validation and test, seed 7; all pages of a site are in one split; near-duplicate pages are in one split (MinHash over shingles of five words, 80 % alike); each split has its share of every label, as far as groups allow.

12 groups of documents went into a split each as one; the largest has 700 documents of 2 sites. 11 sites with several documents were kept whole. Near duplicates joined groups 1 time.

- The split validation is empty: there are fewer groups of documents than splits. There are more where sites are not kept together.
- Of 100 different kept lines in the split test, 4 stand in another split too.

## How it was labelled`)
})
