import { z } from 'zod'
import { say } from './sentences/say.ts'
import { type ErrorCode, errorCodes, WinnowError } from './winnow-error.ts'

/** What every call answers on every transport: a value, or a code for programs with a sentence for people. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string }

export const failureSchema = z.object({ ok: z.literal(false), code: z.enum(errorCodes), message: z.string() })

/** The schema of the reply whose value has the given schema. */
export const replySchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), failureSchema])

/** The failing reply that tells of `error`. An error that is not Winnow's own gets the code `unexpected`. */
export function failureOf(error: unknown): Reply<never> {
  if (error instanceof WinnowError) return { ok: false, code: error.code, message: error.message }
  // What was thrown can be anything, even an object that no string can be made of.
  const detail = error instanceof Error ? error.message : typeof error === 'string' ? error : say`no details`
  return {
    ok: false,
    code: 'unexpected',
    message: say`Something went wrong that Winnow did not foresee: ${detail}. Labels that were shown as saved are safe.`,
  }
}
