import type { Invoke, WinnowEvent } from '../../core/contract.ts'

/** The renderer's one way to the service, whichever host carries it. */
export interface Connection {
  /** Never rejects: a call that cannot be carried answers with the code `no-connection`. */
  readonly invoke: Invoke
  /** Resolves once events arrive; those the service sent before are lost. */
  readonly ready: Promise<void>
  /** Tells when events arrive again after a break, during which some may have been lost. */
  onReconnect(listener: () => void): void
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: WinnowEvent) => void): () => void
}
