import { expect, it, vi } from 'vitest'
import { changeLabel } from '../../../src/renderer/state/review-change.ts'
import { startedWindow, workOn } from './started-window.ts'

it('a change that breaks off does not hold up those after it', async () => {
  const { controller, open } = startedWindow(workOn('a.txt', 'Title\nMenu'))
  vi.spyOn(controller, 'invoke').mockRejectedValueOnce(new Error('no memory'))
  const mark = { label: 'boilerplate', by: 'human' } as const
  const first = changeLabel(controller, { document: 'b.txt', start: 0, end: 4 }, mark)
  await expect(first).rejects.toThrow('no memory')
  const second = await changeLabel(controller, { document: 'a.txt', start: 6, end: 10 }, mark)
  expect(second.ok).toBe(true)
  expect(open().annotation.segments[1]?.label).toBe('boilerplate')
})
