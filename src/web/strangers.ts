import type { Socket } from 'node:net'

/**
 * The connections of which nobody knows yet whose they are. Any program of this machine can connect, whoever's it is, and
 * each connection takes a file number that saving needs too: so there are never many, and the one that has been silent
 * for longest gives way. A browser is known by its first request, long before it comes to that.
 */
export class Strangers {
  readonly #most: number
  /** The one that came first at the beginning. */
  readonly #sockets = new Set<Socket>()

  constructor(most: number) {
    this.#most = most
  }

  /** Takes a new connection in, and cuts off another one if there are too many. */
  arrive(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    if (this.#sockets.size <= this.#most) return
    const [oldest] = this.#sockets
    oldest?.destroy()
    if (oldest) this.#sockets.delete(oldest)
  }

  /** Whether nobody knows yet whose the connection is. */
  has(socket: Socket): boolean {
    return this.#sockets.has(socket)
  }

  /** The connection has shown the token: it stays. */
  isKnown(socket: Socket): void {
    this.#sockets.delete(socket)
  }
}
