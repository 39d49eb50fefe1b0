import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInMappings } from '../../../../src/core/datasets/built-in-mappings.ts'
import { type LabelMapping, mappingFault, mapSegments } from '../../../../src/core/datasets/label-mapping.ts'
import { fineLabelSet } from '../../../../src/core/fine-label-set.ts'
import { simpleLabelSet } from '../../../../src/core/label-set.ts'
import { anyAnnotatedText } from '../any-annotation.ts'

const builtIn = (name: string, set = fineLabelSet): LabelMapping => {
  const found = builtInMappings(set).find((mapping) => mapping.name === name)
  if (!found) throw new Error(name)
  return found
}

const segment = (label: string | null) => ({
  start: 0,
  end: 4,
  label,
  by: label === null ? null : ('human' as const),
})

const labelOf = (label: string | null, mapping: LabelMapping) =>
  mapSegments([segment(label)], mapping)[0]?.label

it.each([fineLabelSet, simpleLabelSet])('built-in mappings say what becomes of every label', (set) => {
  for (const mapping of builtInMappings(set)) expect(mappingFault(mapping, set.labels)).toBeNull()
})

it('changes nothing but labels, and not who gave them', () => {
  const set = { name: 'any', labels: ['title', 'body', 'boilerplate', 'chú thích'] }
  const mapping: LabelMapping = {
    ...builtIn('keep-drop'),
    labels: Object.fromEntries(set.labels.map((name) => [name, name === 'body' ? 'keep' : 'drop'])),
  }
  fc.assert(
    fc.property(anyAnnotatedText, ({ annotation: { segments } }) => {
      expect(mapSegments(segments, mapping)).toEqual(
        segments
          .map((one) =>
            one.label === null ? one : { ...one, label: one.label === 'body' ? 'keep' : 'drop' },
          )
          .map(({ toReview, ...one }) => (one.label === null || !toReview ? one : { ...one, toReview })),
      )
    }),
  )
})

describe('a segment that nobody knows the label of', () => {
  it.each([null, 'uncertain'])('goes out without a label, as dropped, or not at all: %s', (label) => {
    const mapping = builtIn('keep-drop')
    expect(labelOf(label, mapping)).toBeNull()
    expect(labelOf(label, { ...mapping, unlabelled: 'drop', uncertain: 'drop' })).toBe('drop')
    expect(() => labelOf(label, { ...mapping, unlabelled: 'refuse', uncertain: 'refuse' })).toThrow(
      RangeError,
    )
  })

  it('keeps the label “uncertain” where the dataset has it, unless a policy is named', () => {
    const mapping = builtIn('as-labelled')
    expect(labelOf('uncertain', mapping)).toBe('uncertain')
    expect(labelOf('uncertain', { ...mapping, uncertain: 'leave-out' })).toBeNull()
  })

  it('is by nobody where it is dropped', () => {
    expect(
      mapSegments([segment(null)], { ...builtIn('as-labelled', simpleLabelSet), unlabelled: 'drop' }),
    ).toEqual([{ start: 0, end: 4, label: 'boilerplate', by: null }])
  })
})

it('refuses labels that it does not know, and maps none to what the dataset does not have', () => {
  const mapping = builtIn('keep-drop')
  expect(() => labelOf('constructor', mapping)).toThrow(/constructor/)
  expect(mappingFault(mapping, [{ name: 'new' }])).toContain('“new”')
  expect(mappingFault({ ...mapping, labels: { ...mapping.labels, body: 'gone' } }, [])).toContain('“gone”')
  const onlyKept = { ...mapping, labels: {}, targets: mapping.targets.slice(0, 1) }
  expect(mappingFault({ ...onlyKept, unlabelled: 'drop' }, [])).toContain('drop')
})
