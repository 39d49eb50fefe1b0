import type { EventHub } from '../node/event-hub.ts'

/** Often enough that no proxy or tunnel takes the silence for the end. Milliseconds. */
const heartbeat = 15_000

/**
 * The events of `hub` as server-sent events, one line of JSON each, until the reader goes or `closing` aborts. Starts
 * with a comment, after which no event is missed.
 */
export function eventStream(hub: EventHub, closing: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = (): void => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(`${text}\n\n`))
      const unsubscribe = hub.subscribe((event) => send(`data: ${JSON.stringify(event)}`))
      const beat = setInterval(() => send(': still here'), heartbeat)
      const close = (): void => {
        end()
        controller.close()
      }
      end = () => {
        clearInterval(beat)
        unsubscribe()
        closing.removeEventListener('abort', close)
      }
      closing.addEventListener('abort', close)
      send(': subscribed')
    },
    cancel() {
      end()
    },
  })
}
