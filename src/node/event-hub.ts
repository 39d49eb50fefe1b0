import type { EventName } from '../core/call-names.ts'
import type { EventPayload, WinnowEvent } from '../core/contract.ts'

export type EventListener = (event: WinnowEvent) => void

/** Hands the service's events to whoever listens. A host subscribes once for each window. */
export class EventHub {
  readonly #listeners = new Set<EventListener>()

  /** Returns the function that ends the subscription. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    // Name and payload belong together by this method's signature; the union type cannot say so for a free N.
    const event = { name, payload } as WinnowEvent
    for (const listener of this.#listeners) listener(event)
  }
}
