import type { CallName } from '../../core/call-names.ts'
import { eventNames } from '../../core/call-names.ts'
import { contract, events, type Value, type WinnowEvent } from '../../core/contract.ts'
import { type Reply, replySchema } from '../../core/reply.ts'
import { say } from '../../core/sentences/say.ts'

/** The reply to call `name` that came over the wire as `wire`, checked against the contract. */
export function parseReply<N extends CallName>(name: N, wire: unknown): Reply<Value<N>> {
  const parsed = replySchema(contract[name].reply).safeParse(wire)
  if (!parsed.success) return noConnection(say`the answer to ${name} does not fit the contract`)
  // The schema of this very call has just accepted it; TypeScript cannot follow the name through the table.
  return parsed.data as Reply<Value<N>>
}

/** The failing reply of a call that could not be carried. */
export const noConnection = (reason: string): Reply<never> => ({
  ok: false,
  code: 'no-connection',
  message: say`Winnow’s service does not answer (${reason}). What was shown as saved is safe on the disk; keep this window open and start Winnow again.`,
})

/** The event that came over the wire, or null if it is none of the contract. */
export function parseEvent(wire: unknown): WinnowEvent | null {
  if (typeof wire !== 'object' || wire === null || !('name' in wire) || !('payload' in wire)) return null
  const name = eventNames.find((candidate) => candidate === wire.name)
  if (!name) return null
  const payload = events[name].safeParse(wire.payload)
  return payload.success ? ({ name, payload: payload.data } as WinnowEvent) : null
}
