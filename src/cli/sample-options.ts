import { InvalidArgumentError } from 'commander'
import { type Status, statuses } from '../core/annotation.ts'

/** The parser of an option that takes a whole number from `least` to `most`. */
export const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (given: string): number => {
    const number = Number(given)
    if (!/^\d+$/.test(given) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
    return number
  }

/** Names separated by commas; the option may be given several times. */
export const names = (given: string, before: readonly string[] = []): string[] => [
  ...before,
  ...given.split(',').map((name) => name.trim()),
]

/** Statuses separated by commas. */
export const namedStatuses = (given: string): Status[] =>
  names(given).map((name) => {
    const status = statuses.find((one) => one === name)
    if (status === undefined) throw new InvalidArgumentError(`Name one or more of ${statuses.join(',')}.`)
    return status
  })
