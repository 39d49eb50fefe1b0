import { expect, it } from 'vitest'
import { workListChoiceSchema } from '../../../src/core/work-list/work-list-choice.ts'
import { choiceOf, emptyDraft } from '../../../src/renderer/dialogs/work-list-draft.ts'

it('asks for what is typed and chosen, and for nothing that is not', () => {
  expect(choiceOf({ ...emptyDraft, sampled: false })).toEqual({ filter: {}, sample: null })
  const choice = choiceOf({
    ...emptyDraft,
    text: ' tin ',
    sites: 'a.vn, b.com,',
    languages: 'vi',
    state: 'flagged',
    smallest: '2',
    by: 'size',
    size: '50',
    seed: '7',
  })
  expect(choice).toEqual({
    filter: {
      text: 'tin',
      sites: ['a.vn', 'b.com'],
      languages: ['vi'],
      statuses: ['flagged-not-article', 'flagged-unsure', 'flagged-broken-text'],
      smallest: 2048,
    },
    sample: { size: 50, seed: 7, by: 'size' },
  })
  expect(workListChoiceSchema.safeParse(choice).success).toBe(true)
})

it('asks for nothing while a number is none', () => {
  for (const wrong of [
    { size: '' },
    { size: '0' },
    { size: '1e3' },
    { seed: '-1' },
    { smallest: 'x' },
    { largest: '1.5' },
  ])
    expect(choiceOf({ ...emptyDraft, ...wrong })).toBeNull()
  expect(choiceOf({ ...emptyDraft, by: 'column', column: ' ' })).toBeNull()
  expect(choiceOf({ ...emptyDraft, sampled: false, size: 'many' })).not.toBeNull()
})
