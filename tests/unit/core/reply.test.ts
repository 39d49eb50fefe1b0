import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { failureOf, failureSchema, replySchema } from '../../../src/core/reply.ts'
import { WinnowError } from '../../../src/core/winnow-error.ts'

describe('failureOf', () => {
  it('carries code and sentence of a WinnowError, and nothing else', () => {
    const error = new WinnowError('read-only', 'The folder cannot be written to.', { cause: 'secret' })
    expect(failureOf(error)).toEqual({
      ok: false,
      code: 'read-only',
      message: 'The folder cannot be written to.',
    })
  })

  it.each([
    ['an error', new TypeError('x is undefined'), /x is undefined/],
    ['a string', 'thrown text', /thrown text/],
    ['undefined', undefined, /did not foresee/],
    ['an object without a prototype', Object.create(null), /did not foresee/],
    ['a symbol', Symbol('s'), /did not foresee/],
    [
      'an object that cannot be shown',
      {
        toString: () => {
          throw new Error('no')
        },
      },
      /did not foresee/,
    ],
  ])('turns %s into a sentence that says the labels are safe', (_, thrown, message) => {
    const reply = failureOf(thrown)
    expect(failureSchema.parse(reply).code).toBe('unexpected')
    expect(reply).toMatchObject({ message: expect.stringMatching(message) })
    expect(reply).toMatchObject({ message: expect.stringContaining('shown as saved are safe') })
  })
})

describe('replySchema', () => {
  const schema = replySchema(z.object({ n: z.int() }))
  it.each([
    { ok: true, value: { n: 1 } },
    { ok: false, code: 'cancelled', message: 'Stopped.' },
  ])('accepts %j', (reply) => {
    expect(schema.parse(reply)).toEqual(reply)
  })
  it.each([
    { ok: true },
    { ok: true, value: { n: 'x' } },
    { ok: false, code: 'no-such-code', message: '' },
    {},
  ])('refuses %j', (reply) => {
    expect(schema.safeParse(reply).success).toBe(false)
  })
})
