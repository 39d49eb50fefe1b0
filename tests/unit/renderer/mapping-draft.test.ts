import { expect, test } from 'vitest'
import { builtInMappings } from '../../../src/core/datasets/built-in-mappings.ts'
import { labelMappingSchema, mappingFault } from '../../../src/core/datasets/label-mapping.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { mappingDraft, mappingOf, targetsOf } from '../../../src/renderer/dialogs/mapping-draft.ts'

const { labels } = simpleLabelSet

test.each(builtInMappings(simpleLabelSet))('$name, edited in nothing, maps as before', (mapping) => {
  const made = mappingOf('mine', mappingDraft(mapping, labels), mapping, labels)
  expect(made.labels).toEqual(mapping.labels)
  const used = new Set(Object.values(mapping.labels))
  const known = mapping.targets.filter(({ name }) => used.has(name))
  expect([...made.targets].sort(byName)).toEqual([...known].sort(byName))
})

test('a draft becomes a mapping that can be kept: new labels, and labels that go out without one', () => {
  const [first, second] = labels.map(({ name }) => name)
  const base = builtInMappings(simpleLabelSet)[0]
  if (!base || first === undefined || second === undefined) throw new Error('the label set is too small')
  const draft = mappingDraft(base, labels)
  const edited = { ...draft, becomes: { ...draft.becomes, [first]: ' aside ', [second]: ' ' } }
  const made = mappingOf('mine', edited, base, labels)
  expect(made.labels).toMatchObject({ [first]: 'aside', [second]: null })
  expect(made.targets[0]).toMatchObject({ name: 'aside', keep: false })
  expect(targetsOf(edited)).not.toContain(second)
  expect(mappingFault(labelMappingSchema.parse(made), labels)).toBeNull()
})

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
