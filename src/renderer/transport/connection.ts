import type { Invoke, WinnowEvent } from '../../core/contract.ts'

/** The renderer's one way to the service, whichever host carries it. */
export interface Connection {
  /** Never rejects: a call that cannot be carried answers with the code `no-connection`. */
  readonly invoke: Invoke
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: WinnowEvent) => void): () => void
}
