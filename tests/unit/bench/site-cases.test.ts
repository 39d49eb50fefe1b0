import { describe, expect, it } from 'vitest'
import type { GoldDocument } from '../../../bench/suggestions/gold.ts'
import { siteCases } from '../../../bench/suggestions/site-cases.ts'

const page = (id: string): GoldDocument => ({
  id,
  site: id.charAt(0),
  language: 'en',
  text: '',
  lines: [],
})
const pages = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map(page)
const named = (count: number, least?: number): string[] =>
  siteCases(pages, count, least).map(
    ({ document, labelled }) => `${document.id} after ${labelled.map(({ id }) => id).join('+') || 'none'}`,
  )

describe('the pages to judge after others of their site', () => {
  it('are all pages where none is labelled', () => {
    expect(named(0)).toHaveLength(pages.length)
  })

  it('are each page with each choice of the others', () => {
    expect(named(1)).toEqual([
      'a1 after a2',
      'a1 after a3',
      'a2 after a1',
      'a2 after a3',
      'a3 after a1',
      'a3 after a2',
      'b1 after b2',
      'b2 after b1',
    ])
    expect(named(2)).toEqual(['a1 after a2+a3', 'a2 after a1+a3', 'a3 after a1+a2'])
  })

  it('can be those of a larger count, for comparison', () => {
    expect(named(0, 2)).toEqual(['a1 after none', 'a2 after none', 'a3 after none'])
  })
})
