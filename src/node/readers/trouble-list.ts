import { say, spokenLanguage } from '../../core/sentences/say.ts'
import type { RecordTrouble } from './reader.ts'

const mostNamed = 100

/** The troubles of one file: the first hundred by name, the others by their number. */
export class TroubleList {
  #waiting: RecordTrouble[] = []
  #count = 0

  add(where: string, reason: string): void {
    this.#count++
    if (this.#count <= mostNamed) this.#waiting.push({ where, reason })
  }

  /** Those that came since the last call. */
  take(): RecordTrouble[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }

  /** What is left to say at the end of the file: how many there were beyond those named. */
  rest(): RecordTrouble[] {
    const more = this.#count - mostNamed
    if (more <= 0) return this.take()
    const reason =
      more === 1
        ? say`One more record was left out.`
        : say`${more.toLocaleString(spokenLanguage())} more records were left out.`
    return [...this.take(), { where: '', reason }]
  }
}
