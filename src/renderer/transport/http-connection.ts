import type { WinnowEvent } from '../../core/contract.ts'
import type { Connection } from './connection.ts'
import { noConnection, parseEvent, parseReply } from './parse.ts'

/** In UTF-16 units. Browsers refuse more than 64 KiB in all calls under way together. */
const longestKeptAlive = 4000

/** How long after a refusal events are asked for again, in ms. */
const retryAfter = 3000

/** The connection to the web host that served this page: calls by POST, events as server-sent events. */
export function httpConnection(): Connection {
  const listeners = new Set<(event: WinnowEvent) => void>()
  const reconnectListeners = new Set<() => void>()
  let broken = false
  let opened = (): void => {}
  const ready = new Promise<void>((resolve) => {
    opened = resolve
  })
  const listen = (): void => {
    const source = new EventSource('/api/events')
    source.onmessage = (message) => {
      const event = parseEvent(JSON.parse(String(message.data)))
      if (event) for (const listener of listeners) listener(event)
    }
    source.onopen = () => {
      opened()
      if (broken) for (const listener of reconnectListeners) listener()
      broken = false
    }
    source.onerror = () => {
      // Without events the page still works; the first call says what is wrong with the service.
      opened()
      broken = true
      // Browsers try again by themselves, but not after an answer: that of a host which does not know this browser yet.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, retryAfter)
    }
  }
  listen()
  return {
    invoke: async (name, request) => {
      try {
        const body = JSON.stringify(request)
        const response = await fetch(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          // What is under way when the window closes still arrives; browsers allow this for small bodies only.
          keepalive: body.length < longestKeptAlive,
        })
        if (!response.ok)
          return noConnection((await response.text()).slice(0, 200) || `status ${response.status}`)
        return parseReply(name, await response.json())
      } catch (error) {
        return noConnection(error instanceof Error ? error.message : String(error))
      }
    },
    ready,
    onReconnect: (listener) => {
      reconnectListeners.add(listener)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
