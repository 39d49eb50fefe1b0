import { describe, expect, test } from 'vitest'
import type { ImportPreview } from '../../../src/core/contract-import.ts'
import {
  firstImportChoice,
  importRequest,
  type LabelFate,
  labelsToDecide,
  sendFiles,
} from '../../../src/renderer/state/import-labels.ts'

const choice = firstImportChoice('linh')

const preview = (labels: ImportPreview['labels']): ImportPreview => ({
  format: 'jsonl',
  documents: { new: 0, changed: 0, conflict: 0, unchanged: 0 },
  segments: 0,
  items: [],
  refused: [],
  refusedCount: 0,
  labels,
  otherUnit: null,
  aligned: null,
  annotators: [],
  models: [],
  cancelled: false,
})

describe('what is asked for', () => {
  test('adds labels only where that was chosen, and maps the others', () => {
    const fates = new Map<string, LabelFate>([
      ['h', { kind: 'as', label: 'title' }],
      ['p', { kind: 'leave-out' }],
    ])
    const asked = importRequest('c', 's', { ...choice, fates })
    expect(asked).toMatchObject({
      others: 'refuse',
      labels: [
        { label: 'h', becomes: 'title' },
        { label: 'p', becomes: null },
      ],
    })
    expect(asked).not.toHaveProperty('format')
    const more = new Map<string, LabelFate>([...fates, ['advert', { kind: 'add' }]])
    const added = importRequest('c', 's', { ...choice, fates: more })
    expect(added).toMatchObject({ others: 'add', labels: asked?.labels })
  })

  test('is nothing while the name cannot be one', () => {
    expect(importRequest('c', 's', { ...choice, annotator: 'a/b' })).toBeNull()
    expect(importRequest('c', 's', { ...choice, as: 'suggestions' })).toBeNull()
    expect(importRequest('c', 's', { ...choice, as: 'suggestions', model: 'cleaner' })).toMatchObject({
      as: { kind: 'suggestions', model: 'cleaner' },
    })
  })
})

test('labels stay to be decided once they were missing or taken as others', () => {
  const label = { segments: 1, missing: false }
  const first = preview([
    { ...label, name: 'title', becomes: 'title' },
    { ...label, name: 'h', becomes: 'title' },
    { ...label, name: 'advert', becomes: null, missing: true },
  ])
  const known = labelsToDecide([], first)
  expect(known).toEqual(['h', 'advert'])
  const later = preview([{ ...label, name: 'advert', becomes: 'advert' }])
  expect(labelsToDecide(known, later)).toBe(known)
})

test('sends nothing more once it is cancelled', async () => {
  const abort = new AbortController()
  abort.abort()
  const invoke = () => {
    throw new Error('nothing may be sent')
  }
  expect(await sendFiles({ invoke }, [new File(['x'], 'a.jsonl')], abort.signal, () => {})).toBeNull()
})
