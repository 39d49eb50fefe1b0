/** What became of one class of things done to Winnow on purpose: one row of the table of `npm run torture`. */
export interface Tally {
  /** The class, in a few words: `kill -9 while saving`, `no space left on the disk`, `another page's request`. */
  readonly what: string
  /** How many were done. */
  readonly tried: number
  /** How many Winnow withstood: nothing lost, nothing let in, and what went wrong was said by name. */
  readonly held: number
  /** One sentence for each that was not withstood. */
  readonly failures: readonly string[]
}

/** How much is done: `short` in `npm test`, seconds; `full` in `npm run torture`, minutes. */
export type Amount = 'short' | 'full'

/** Does one class of things, or several alike, and says what became of them. */
export type Torture = (amount: Amount) => Promise<readonly Tally[]>
