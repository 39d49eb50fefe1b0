import type { Connection } from './connection.ts'
import { noConnection, parseEvent, parseReply } from './parse.ts'

/** What the preload puts on `window` in Electron. */
interface Bridge {
  invoke(name: string, request: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly winnow?: Bridge
  }
}

/** The connection over Electron's preload bridge. */
export function bridgeConnection(bridge: Bridge): Connection {
  return {
    invoke: async (name, request) => {
      try {
        return parseReply(name, await bridge.invoke(name, request))
      } catch (error) {
        return noConnection(error instanceof Error ? error.message : String(error))
      }
    },
    ready: Promise.resolve(),
    // IPC lasts as long as the window.
    onReconnect: () => {},
    subscribe: (listener) =>
      bridge.subscribe((wire) => {
        const event = parseEvent(wire)
        if (event) listener(event)
      }),
  }
}
