import { expect } from 'vitest'
import { z } from 'zod'
import { type CallName, eventNames } from '../../src/core/call-names.ts'
import { contract, events, type Request, type Value, type WinnowEvent } from '../../src/core/contract.ts'
import { failureSchema, type Reply, replySchema } from '../../src/core/reply.ts'
import type { ErrorCode } from '../../src/core/winnow-error.ts'
import type { Carrier } from './carrier.ts'

const eventSchema = z.object({ name: z.enum(eventNames), payload: z.unknown() })

/** A carrier whose replies and events are each held against the contract: nothing missing, nothing beside it. */
export class CheckedCarrier {
  readonly carrier: Carrier
  /** All events so far, in order. */
  readonly events: WinnowEvent[] = []

  private constructor(carrier: Carrier) {
    this.carrier = carrier
  }

  static async over(carrier: Carrier): Promise<CheckedCarrier> {
    const checked = new CheckedCarrier(carrier)
    await carrier.subscribe((wire) => {
      const { name, payload } = eventSchema.parse(wire)
      const parsed = events[name].parse(payload)
      expect(parsed).toEqual(payload)
      // Name and payload have just been parsed by the schemas of this event.
      checked.events.push({ name, payload: parsed } as WinnowEvent)
    })
    return checked
  }

  async reply<N extends CallName>(name: N, request: Request<N>): Promise<Reply<Value<N>>> {
    const wire = await this.carrier.invoke(name, request)
    const parsed = replySchema(contract[name].reply).parse(wire)
    expect(parsed).toEqual(wire)
    // The schema of this very call has just accepted it; TypeScript cannot follow the name through the table.
    return parsed as Reply<Value<N>>
  }

  /** The value that the call answers with; fails the test if it answers with a failure. */
  async value<N extends CallName>(name: N, request: Request<N>): Promise<Value<N>> {
    const reply = await this.reply(name, request)
    if (!reply.ok) throw new Error(`${name} failed with ${reply.code}: ${reply.message}`)
    return reply.value
  }

  /** Fails the test unless the call answers with a failure that has `code` and a sentence, and returns the sentence. */
  async failure(name: string, request: unknown, code: ErrorCode): Promise<string> {
    const wire = await this.carrier.invoke(name, request)
    const parsed = failureSchema.parse(wire)
    expect(parsed).toEqual(wire)
    expect(parsed.code, parsed.message).toBe(code)
    expect(parsed.message).toMatch(/^\p{Lu}.+\.$/su)
    return parsed.message
  }

  /** The first event for which `wanted` is true; waits for it. */
  async event(wanted: (event: WinnowEvent) => boolean): Promise<WinnowEvent> {
    await expect.poll(() => this.events.some(wanted), { timeout: 10_000, interval: 20 }).toBe(true)
    const event = this.events.find(wanted)
    if (!event) throw new Error('the event that was there is gone')
    return event
  }
}
