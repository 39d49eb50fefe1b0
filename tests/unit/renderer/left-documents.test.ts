import { expect, test } from 'vitest'
import { LeftDocuments, type LeftWork } from '../../../src/renderer/state/left-documents.ts'

const work = (current: number): LeftWork => ({ undo: [], redo: [], current })

test('a long day keeps steps to take back of the documents left last, and of no more than those', () => {
  const left = new LeftDocuments()
  for (let n = 0; n < 10_000; n++) {
    left.set(`page-${n}.txt`, work(n))
    // Gone back to again and again.
    if (n % 50 === 0) left.set('often.txt', work(-1))
  }
  expect(left.get('page-0.txt')).toBeUndefined()
  expect(left.get('page-9999.txt')).toEqual(work(9999))
  expect(left.get('page-9900.txt')).toEqual(work(9900))
  expect(left.get('often.txt')).toEqual(work(-1))
  const kept = Array.from({ length: 10_000 }, (_, n) => left.get(`page-${n}.txt`)).filter(Boolean)
  expect(kept.length).toBeLessThanOrEqual(200)
})

test('what is kept goes with a document that has another name by now', () => {
  const left = new LeftDocuments()
  left.set('old.txt', work(7))
  left.follow('old.txt', 'new.txt')
  expect([left.get('old.txt'), left.get('new.txt')]).toEqual([undefined, work(7)])
})
