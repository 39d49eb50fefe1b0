import { expect, test } from 'vitest'
import { exportFormats } from '../../../src/core/datasets/format-names.ts'
import { firstChoice, formatGroups, requestOf } from '../../../src/renderer/state/export-choice.ts'

test('every format is offered, once', () => {
  expect(Object.values(formatGroups).flat().sort()).toEqual([...exportFormats].sort())
})

test('a choice asks for no more than what was chosen', () => {
  expect(requestOf('c', firstChoice)).toEqual({
    corpus: 'c',
    format: 'jsonl',
    options: firstChoice.options,
    filter: {},
    mapping: 'as-labelled',
  })
  const choice = {
    ...firstChoice,
    annotator: ' linh ',
    state: 'flagged',
    sites: 'a.vn, ,b.vn ',
    origins: ['human'],
    unlabelled: 'drop',
  } as const
  expect(requestOf('c', choice)).toMatchObject({
    annotator: 'linh',
    filter: {
      statuses: ['flagged-not-article', 'flagged-unsure', 'flagged-broken-text'],
      sites: ['a.vn', 'b.vn'],
    },
    by: ['human'],
    unlabelled: 'drop',
  })
})

test('numbers of splits are read as they are typed, and what is none asks for nothing', () => {
  const split = { ...firstChoice.split, kind: 'ratio', seed: '7' } as const
  expect(requestOf('c', { ...firstChoice, split })?.split).toMatchObject({
    shares: { kind: 'ratio', train: 80, validation: 10, test: 10 },
    seed: 7,
    bySite: true,
  })
  for (const test of ['', 'half', '-1', '1e9'])
    expect(
      requestOf('c', { ...firstChoice, split: { ...split, ratio: { ...split.ratio, test } } }),
      test,
    ).toBeNull()
  const counted = { ...split, kind: 'count', count: { validation: '1.5', test: '2' } } as const
  expect(requestOf('c', { ...firstChoice, split: counted })).toBeNull()
  expect(requestOf('c', { ...firstChoice, origins: [] })).toBeNull()
})
