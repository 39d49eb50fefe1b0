import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const randomToken = (): string => randomBytes(32).toString('base64url')

// Digests have one length, which the comparison needs, and hide the length of the token.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** Who may talk to a web host: whoever was handed its token. */
export class Session {
  /** 256 random bits. Valid as long as the host runs, as often as its link is opened. */
  readonly token = randomToken()
  readonly cookieName: string
  readonly #tickets = new Set<string>()

  /** Cookies do not tell ports apart: without `port` in the name, two hosts would overwrite each other's. */
  constructor(port: number) {
    this.cookieName = `winnow-${port}`
  }

  /**
   * A token that works once. For the command line of a browser, which every user of the machine can read: by the
   * time another one has read it, it is used up.
   */
  ticket(): string {
    const ticket = randomToken()
    this.#tickets.add(ticket)
    return ticket
  }

  /** True if a link with this token opens Winnow. Uses up a ticket. */
  admits(token: string): boolean {
    for (const ticket of this.#tickets) if (same(token, ticket)) return this.#tickets.delete(ticket)
    return same(token, this.token)
  }

  /** True if `cookie` is the one that an admitted browser was given. */
  knows(cookie: string | undefined): boolean {
    return cookie !== undefined && same(cookie, this.token)
  }
}
