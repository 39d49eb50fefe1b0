import type { Connection } from './connection.ts'
import { noConnection, parseEvent, parseReply } from './parse.ts'

/** The connection to the web host that served this page: calls by POST, events as server-sent events. */
export function httpConnection(): Connection {
  return {
    invoke: async (name, request) => {
      try {
        const response = await fetch(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        })
        if (!response.ok)
          return noConnection((await response.text()).slice(0, 200) || `status ${response.status}`)
        return parseReply(name, await response.json())
      } catch (error) {
        return noConnection(error instanceof Error ? error.message : String(error))
      }
    },
    subscribe: (listener) => {
      const source = new EventSource('/api/events')
      source.onmessage = (message) => {
        const event = parseEvent(JSON.parse(String(message.data)))
        if (event) listener(event)
      }
      return () => source.close()
    },
  }
}
