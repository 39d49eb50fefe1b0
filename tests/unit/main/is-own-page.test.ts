import { describe, expect, it } from 'vitest'
import { isOwnPage } from '../../../src/main/is-own-page.ts'

type Message = Parameters<typeof isOwnPage>[0]

/** A message as Electron hands it over; the classes themselves exist only inside Electron. */
const message = (senderFrame: { origin: string; parent: object | null } | null): Message =>
  ({ sender: {}, senderFrame }) as Message

const own = (): boolean => true
const foreign = (): boolean => false

describe('a message from the page itself', () => {
  it('comes from the main frame of an own window at the own origin', () => {
    expect(isOwnPage(message({ origin: 'app://winnow', parent: null }), own)).toBe(true)
  })

  it.each([
    ['a frame within the page', { origin: 'app://winnow', parent: {} }],
    ['a web page', { origin: 'https://winnow', parent: null }],
    ['another host of the scheme', { origin: 'app://other', parent: null }],
    ['an origin that only starts the same', { origin: 'app://winnow.example', parent: null }],
    ['a sandboxed page', { origin: 'null', parent: null }],
    ['a frame that is gone', null],
  ])('does not come from %s', (_what, frame) => {
    expect(isOwnPage(message(frame), own)).toBe(false)
  })

  it('does not come from a window that is not ours', () => {
    expect(isOwnPage(message({ origin: 'app://winnow', parent: null }), foreign)).toBe(false)
  })
})
