import { AttackedHost, secret } from './attacks/attacked-host.ts'
import { largeBodies, manyConnections, slowRequests } from './attacks/floods.ts'
import {
  badCalls,
  badPaths,
  fromOtherPages,
  type HostileRequest,
  smuggled,
  withoutToken,
} from './attacks/hostile-requests.ts'
import type { Amount, Tally } from './tally.ts'

/**
 * Within how long an annotator's call has to be answered, whoever attacks, in milliseconds. Where other tests run, which
 * is where little is done, the machine is too busy to tell more than that attacks starve nobody.
 */
const promptly = { short: 1000, full: 100 }

/** How many requests are sent at once. */
const atOnce = 8

/** How often all requests are sent. */
const rounds = { short: 1, full: 5 }

/** The share of the annotator's calls that has to be answered promptly: half where there are few of them. */
const share = { short: 0.5, full: 0.95 }

/** Attacks the web host from the machine that it runs on while an annotator labels with it. */
export async function tortureByAttacks(amount: Amount): Promise<readonly Tally[]> {
  const host = await AttackedHost.start()
  // Nobody attacks this one: it tells how busy the machine is with other things.
  const peaceful = await AttackedHost.start()
  try {
    const before = await host.state()
    const calls = new Calls(host, peaceful, amount)
    const tallies: Tally[] = []
    const slow = slowRequests(host, amount)
    const groups: [string, HostileRequest[]][] = [
      ['a request without the token', withoutToken(host)],
      ['a request of another page', fromOtherPages(host)],
      ['a smuggled request', smuggled(host)],
      ['a path to elsewhere', badPaths(host)],
      ['a call for what is not there', badCalls(host)],
    ]
    for (const [what, requests] of groups) {
      tallies.push(await attack(host, what, requests, amount))
      if (amount === 'full') await calls.during(what)
    }
    if (amount === 'short') await calls.during('all those requests')
    for (const flood of [largeBodies, manyConnections]) {
      const tally = await flood(host, amount)
      tallies.push(tally)
      await calls.during(tally.what)
    }
    tallies.push(await slow, calls.tally)
    const after = await host.state()
    if (after !== before) throw new Error(`an attack changed ${before} to ${after}`)
    return tallies
  } finally {
    await host.end()
    await peaceful.end()
  }
}

/** Sends all requests and looks at what is answered, and at what they changed. */
async function attack(
  host: AttackedHost,
  what: string,
  requests: readonly HostileRequest[],
  amount: Amount,
): Promise<Tally> {
  const failures: string[] = []
  const before = await host.state()
  const all = Array.from({ length: rounds[amount] }, () => requests).flat()
  const waiting = all.values()
  const attacker = async (): Promise<void> => {
    for (const request of waiting) {
      const fault = faultOf(await host.answerTo(request.bytes))
      if (fault !== null) failures.push(`${request.what}: ${fault}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, attacker))
  const after = await host.state()
  if (after !== before) failures.push(`one of them changed ${before} to ${after}`)
  return { what, tried: all.length, held: Math.max(0, all.length - failures.length), failures }
}

/** What is wrong with an answer to an attack; null where it is a refusal. */
function faultOf(answer: string | null): string | null {
  if (answer === null) return 'it was not answered, and not ended'
  if (answer.includes(secret)) return 'it was answered with a secret'
  if (/^set-cookie:|^access-control-allow/im.test(answer)) return `it was let in: ${answer.slice(0, 200)}`
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d\d\d)/gm)].map(([, status]) => status)
  // A call that the service refuses is an answer like any other to HTTP.
  for (const status of statuses)
    if (/^[123]/.test(status ?? '') && !answer.includes('{"ok":false,'))
      return `it was answered ${answer.slice(0, 400)}`
  return answer.includes('"ok":true') ? 'a call was carried out' : null
}

/**
 * How long the annotator's calls took during the attacks: less by the share of time in which other programs had the
 * processor that the host waited for.
 */
class Calls {
  readonly #attacked: AttackedHost
  readonly #peaceful: AttackedHost
  readonly #amount: Amount
  readonly #failures: string[] = []
  readonly #slowest: number[] = []

  constructor(attacked: AttackedHost, peaceful: AttackedHost, amount: Amount) {
    this.#attacked = attacked
    this.#peaceful = peaceful
    this.#amount = amount
  }

  /** Counts the calls since the last time, during which there was this attack. */
  async during(what: string): Promise<void> {
    const [attacked, peaceful, processorShare] = await Promise.all([
      this.#attacked.annotatorsCalls(),
      this.#peaceful.annotatorsCalls(),
      this.#attacked.processorShare(),
    ])
    const [taken, otherwise] = [this.#within(attacked), this.#within(peaceful)]
    this.#slowest.push(taken * processorShare)
    if (attacked.length === 0) this.#failures.push(`none was answered during “${what}”`)
    else if (taken * processorShare > promptly[this.#amount] + otherwise)
      this.#failures.push(
        `${Math.round(taken)} ms during “${what}” with ${Math.round(100 * processorShare)} % of a processor, and ${Math.round(otherwise)} ms where nobody attacks`,
      )
  }

  get tally(): Tally {
    const tried = this.#slowest.length
    const slowest = Math.round(Math.max(...this.#slowest))
    const what = `an annotator’s calls meanwhile (${slowest} ms at most)`
    return { what, tried, held: tried - this.#failures.length, failures: this.#failures }
  }

  /** The time within which that share of the calls is answered. */
  #within(taken: readonly number[]): number {
    return taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * share[this.#amount]) - 1] ?? 0
  }
}
