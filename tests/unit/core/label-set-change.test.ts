import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyClashes, keyMap } from '../../../src/core/commands.ts'
import { fineLabelSet } from '../../../src/core/fine-label-set.ts'
import { type LabelSet, labelSetSchema, simpleLabelSet } from '../../../src/core/label-set.ts'
import { changeFaults, freeKey, labelAfter, withLabels } from '../../../src/core/label-set-change.ts'
import {
  addLabel,
  changeLabel,
  draftChange,
  draftFaults,
  type LabelSetDraft,
  moveLabel,
  removedNames,
  removeLabel,
  replaceLabels,
  startDraft,
} from '../../../src/core/label-set-draft.ts'
import { labelSetFile, parseLabelSetFile } from '../../../src/core/label-set-file.ts'

const presets = [simpleLabelSet, fineLabelSet]

/** One step in an editor, which does nothing where there is no such label. */
const anyStep: fc.Arbitrary<(draft: LabelSetDraft) => LabelSetDraft> = fc.oneof(
  fc.constant(addLabel),
  fc.constantFrom(...presets).map((set) => (draft: LabelSetDraft) => replaceLabels(draft, set)),
  fc.record({ at: fc.nat({ max: 12 }), step: fc.constantFrom(1, -1) }).map(
    ({ at, step }) =>
      (draft: LabelSetDraft) =>
        moveLabel(draft, draft.labels[at]?.id ?? -1, step === 1 ? 1 : -1),
  ),
  fc.nat({ max: 12 }).map((at) => (draft: LabelSetDraft) => removeLabel(draft, draft.labels[at]?.id ?? -1)),
  fc
    .record({
      at: fc.nat({ max: 12 }),
      name: fc.constantFrom('title', 'body', 'caption', 'ảnh', 'picture', ' text '),
    })
    .map(
      ({ at, name }) =>
        (draft: LabelSetDraft) =>
          changeLabel(draft, draft.labels[at]?.id ?? -1, { name }),
    ),
)

/** Any draft that can be saved. */
const anyDraft: fc.Arbitrary<LabelSetDraft> = fc
  .tuple(fc.constantFrom(...presets), fc.array(anyStep, { maxLength: 12 }))
  .map(([base, steps]) => steps.reduce((draft, step) => step(draft), startDraft(base)))
  .filter((draft) => draft.labels.length > 0 && draftFaults(draft).length === 0)

const rowOf = (draft: LabelSetDraft, name: string): number =>
  draft.labels.find((label) => label.name === name)?.id ?? expect.unreachable(name)

const faultsOf = (draft: LabelSetDraft): string[] => draftFaults(draft).map(({ fault }) => fault)

describe('the presets', () => {
  it.each(presets)('$name has keys of its own and examples that its schema takes', (set) => {
    expect(labelSetSchema.parse(set)).toEqual(set)
    expect(keyClashes(set)).toEqual([])
    expect(draftFaults(startDraft(set))).toEqual([])
    for (const { name, key } of set.labels)
      expect(keyMap('workspace', set).get(key)).toEqual({ label: name, reach: 'selection' })
  })

  it('fine has the labels that its users expect, and drops or keeps them', () => {
    expect(fineLabelSet.labels.filter(({ keep }) => keep).map(({ name }) => name)).toEqual([
      'title',
      'lede',
      'body',
      'subhead',
    ])
    expect(fineLabelSet.labels.length).toBe(12)
  })
})

describe('a draft', () => {
  it('without changes asks for nothing', () => {
    for (const set of presets) expect(draftChange(startDraft(set))).toEqual({ labelSet: set, fates: [] })
  })

  it('makes a change without faults, which done twice ends as done once', () => {
    fc.assert(
      fc.property(anyDraft, fc.infiniteStream(fc.nat({ max: 12 })), (draft, choices) => {
        const merged = new Map(
          removedNames(draft).flatMap((name): [string, number][] => {
            const row = draft.labels[choices.next().value]
            return row ? [[name, row.id]] : []
          }),
        )
        const { labelSet, fates } = draftChange(draft, merged)
        expect(labelSetSchema.parse(labelSet)).toEqual(labelSet)
        expect(changeFaults(draft.base, labelSet, fates)).toEqual([])
        const names = labelSet.labels.map(({ name }) => name)
        for (const { name } of draft.base.labels) {
          const after = labelAfter(fates, name)
          if (after !== null) expect(names).toContain(after)
          expect(labelAfter(fates, after)).toBe(after)
        }
      }),
    )
  })

  it('renames, and follows a merge into a label that is itself renamed', () => {
    const start = startDraft(simpleLabelSet)
    const draft = removeLabel(
      changeLabel(start, rowOf(start, 'body'), { name: 'text' }),
      rowOf(start, 'title'),
    )
    const { labelSet, fates } = draftChange(draft, new Map([['title', rowOf(draft, 'text')]]))
    expect(labelSet.labels.map(({ name }) => name)).toEqual(['text', 'caption', 'boilerplate'])
    expect(labelAfter(fates, 'title')).toBe('text')
    expect(labelAfter(fates, 'body')).toBe('text')
    expect(labelAfter(fates, 'caption')).toBe('caption')
    expect(labelAfter(fates, null)).toBeNull()
  })

  it('keeps the segments of a label that was removed and added again', () => {
    const start = startDraft(simpleLabelSet)
    const added = addLabel(removeLabel(start, rowOf(start, 'body')))
    const draft = changeLabel(added, rowOf(added, ''), { name: 'body' })
    expect(draftFaults(draft)).toEqual([])
    expect(draftChange(draft).fates).toEqual([])
  })

  it('refuses names and keys that cannot be told apart, and says why', () => {
    const start = startDraft(simpleLabelSet)
    const body = rowOf(start, 'body')
    expect(faultsOf(changeLabel(start, body, { name: ' ' }))).toEqual(['name-empty'])
    expect(faultsOf(changeLabel(start, body, { name: ' title ' }))).toEqual(['name-taken'])
    const swapped = changeLabel(changeLabel(start, body, { name: 'title' }), rowOf(start, 'title'), {
      name: 'body',
    })
    expect(faultsOf(swapped)).toEqual(['name-leaves', 'name-leaves'])
    const taking = changeLabel(removeLabel(start, rowOf(start, 'title')), body, { name: 'title' })
    expect(faultsOf(taking)).toEqual(['name-leaves'])
    for (const key of ['', 'B', '7', ' ', 'ab'])
      expect(faultsOf(changeLabel(start, body, { key }))).toEqual(['key-unusable'])
    expect(draftFaults(changeLabel(start, body, { key: 't' }))).toEqual([
      { id: body, field: 'key', fault: 'key-label', other: 'title' },
    ])
    expect(draftFaults(changeLabel(start, body, { key: 'j' }))).toEqual([
      { id: body, field: 'key', fault: 'key-command', command: 'move-next' },
    ])
  })

  it('moves labels up and down, and no further than the ends', () => {
    const start = startDraft(simpleLabelSet)
    const [first] = start.labels
    const last = start.labels.at(-1)
    if (!first || !last) throw new Error('the preset has labels')
    expect(moveLabel(start, first.id, -1)).toBe(start)
    expect(moveLabel(start, last.id, 1)).toBe(start)
    const moved = moveLabel(start, first.id, 1)
    expect(moved.labels.map(({ name }) => name)).toEqual(['body', 'title', 'caption', 'boilerplate'])
    expect(moveLabel(moved, first.id, -1)).toEqual(start)
  })
})

describe('changeFaults', () => {
  const without = (...names: string[]): LabelSet => ({
    ...simpleLabelSet,
    labels: simpleLabelSet.labels.filter(({ name }) => !names.includes(name)),
  })
  it.each([
    ['a label that goes without a fate', without('body'), []],
    ['a fate that is no label', without('body'), [{ label: 'body', becomes: 'text' }]],
    [
      'a fate that goes itself',
      without('body', 'title'),
      [
        { label: 'body', becomes: 'title' },
        { label: 'title', becomes: 'body' },
      ],
    ],
    ['a fate of a label that stays', simpleLabelSet, [{ label: 'body', becomes: 'title' }]],
    [
      'two fates',
      without('body'),
      [
        { label: 'body', becomes: 'title' },
        { label: 'body', becomes: null },
      ],
    ],
  ])('finds %s', (_, after, fates) => {
    expect(changeFaults(simpleLabelSet, after, fates)).not.toEqual([])
  })
})

describe('withLabels', () => {
  it('has all names of both, those of the first as they were, and is a set that can be saved', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (one, other) => {
        const [first, second] = [draftChange(one).labelSet, draftChange(other).labelSet]
        const both = withLabels(first, second.labels)
        expect(labelSetSchema.parse(both)).toEqual(both)
        expect(both.labels.slice(0, first.labels.length)).toEqual(first.labels)
        const names = new Set([...first.labels, ...second.labels].map(({ name }) => name))
        expect(new Set(both.labels.map(({ name }) => name))).toEqual(names)
      }),
    )
  })

  it('finds keys even where the alphabet is used up', () => {
    const keys: { key: string }[] = []
    for (let n = 0; n < 60; n++) keys.push({ key: freeKey(keys) })
    expect(new Set(keys.map(({ key }) => key)).size).toBe(60)
    for (const { key } of keys) expect(key.length).toBe(1)
  })
})

describe('a label set file', () => {
  it('holds what it was made of', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { labelSet } = draftChange(draft)
        expect(parseLabelSetFile(labelSetFile(labelSet))).toEqual(labelSet)
      }),
    )
  })

  it.each([
    ['no JSON', '{', /not JSON/],
    ['another format', '{"format":"winnow-labels","version":1}', /format/],
    ['a newer version', '{"format":"winnow-label-set","version":2}', /newer/],
    [
      'a set without labels',
      '{"format":"winnow-label-set","version":1,"labelSet":{"name":"x","labels":[]}}',
      /labels/,
    ],
  ])('is refused with the reason: %s', (_, content, reason) => {
    expect(() => parseLabelSetFile(content)).toThrow(reason)
  })
})
