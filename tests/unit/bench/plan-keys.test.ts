import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type KeyTask, planKeys } from '../../../bench/keystrokes/plan-keys.ts'
import { screenStandIns } from '../../../bench/keystrokes/screen-stand-ins.ts'
import { isRight, wantedLabels } from '../../../bench/keystrokes/wanted-labels.ts'
import type { GoldDocument, GoldLine } from '../../../bench/suggestions/gold.ts'
import type { Suggestion } from '../../../src/core/suggestions/suggestion.ts'

type Pressing = typeof import('../../../bench/keystrokes/press-keys.ts')
let pressing: Pressing

beforeAll(async () => {
  for (const [name, value] of Object.entries(screenStandIns())) vi.stubGlobal(name, value)
  pressing = await import('../../../bench/keystrokes/press-keys.ts')
})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** A gold document of lines of these labels. */
function goldOf(labels: readonly GoldLine['label'][]): GoldDocument {
  const lines = labels.map((label, n) => ({
    start: 2 * n,
    end: 2 * n + 1,
    label,
    scored: label !== 'image' && label !== 'title',
  }))
  return { id: 'gold', site: '', language: 'en', text: labels.map(() => 'x').join('\n'), lines }
}

const runs = (...lengths: readonly (readonly [GoldLine['label'], number])[]): GoldDocument =>
  goldOf(lengths.flatMap(([label, length]) => Array<GoldLine['label']>(length).fill(label)))

const manual = (document: GoldDocument): KeyTask => ({
  wanted: wantedLabels(document),
  suggestions: [],
  threshold: 0.9,
})

const keysOf = (task: KeyTask): string[] => pressing.keysFor(planKeys(task))

const gold = fc
  .array(
    fc.tuple(
      fc.constantFrom<GoldLine['label']>('body', 'other', 'other', 'title', 'image', 'caption'),
      fc.integer({ min: 1, max: 14 }),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) => runs(...all))
const suggestion = fc.option(
  fc.record({
    label: fc.constantFrom('body', 'boilerplate', 'title', 'caption'),
    confidence: fc.constantFrom(0.4, 0.8, 0.95),
    reason: fc.constant('short' as const),
  }),
)

describe('the fewest keys of the key table', () => {
  it('leave every line right and the document done, in the interface itself', () => {
    fc.assert(
      fc.property(gold, fc.array(suggestion), (document, some) => {
        const suggestions = document.lines.map(
          (_, n): Suggestion | null => some[n % (some.length || 1)] ?? null,
        )
        for (const task of [manual(document), { ...manual(document), suggestions }]) {
          const keys = keysOf(task)
          const after = pressing.pressKeys(document, task.suggestions, task.threshold, keys)
          const wrong = after.labels.flatMap((label, n) => (isRight(task.wanted, n, label) ? [] : [n]))
          expect({ keys, wrong, status: after.status }).toEqual({ keys, wrong: [], status: 'done' })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('select each run by hand, and label the rest', () => {
    const keys = keysOf(manual(runs(['other', 2], ['body', 11], ['other', 4])))
    expect(keys).toEqual(['j', 'j', 'Shift+PageDown', 'b', 'e', 'd'])
  })

  it('go by pages, and back, where that is shorter', () => {
    const keys = keysOf(manual(runs(['other', 19], ['body', 1], ['other', 30])))
    expect(keys.slice(0, 3).toSorted()).toEqual(['PageDown', 'PageDown', 'k'])
    expect(keys.slice(3)).toEqual(['b', 'e', 'd'])
  })

  it('accept a document whose suggestions are right, and no more', () => {
    const document = runs(['other', 5], ['title', 1], ['body', 9], ['other', 8])
    const suggestions = document.lines.map(({ label }) => ({
      label: label === 'other' ? 'boilerplate' : label,
      confidence: 0.95,
      reason: 'short' as const,
    }))
    expect(keysOf({ ...manual(document), suggestions })).toEqual(['Mod+Enter', 'd'])
  })

  it('accept a run of which the model is not sure enough', () => {
    const document = runs(['other', 5], ['body', 9], ['other', 8])
    const suggestions = document.lines.map(({ label }) => ({
      label: label === 'other' ? 'boilerplate' : label,
      confidence: label === 'other' ? 0.95 : 0.7,
      reason: 'short' as const,
    }))
    expect(keysOf({ ...manual(document), suggestions })).toEqual(['Mod+Enter', 'Shift+Enter', 'd'])
  })

  it('go to a wrong line and say what it is', () => {
    const document = runs(['other', 5], ['body', 4], ['other', 8])
    const suggestions = document.lines.map(({ label }, n) => ({
      label: label === 'other' && n !== 7 ? 'boilerplate' : 'body',
      confidence: n === 2 ? 0.5 : 0.95,
      reason: 'short' as const,
    }))
    suggestions[3] = { label: 'body', confidence: 0.95, reason: 'short' }
    const keys = keysOf({ ...manual(document), suggestions })
    expect(keys[0]).toBe('Mod+Enter')
    expect(keys).toContain('x')
    expect(keys.length).toBeLessThanOrEqual(5)
  })
})
