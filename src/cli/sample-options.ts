import { InvalidArgumentError } from 'commander'
import { type Status, statuses } from '../core/annotation.ts'
import { type Strata, strataKinds, type WorkListFilter } from '../core/work-list/work-list-choice.ts'

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

/** What is drawn from each of; a column of the records is named as `column:its.path`. */
export function strata(given: string): Strata {
  const kind = strataKinds.find((one) => one === given)
  if (kind !== undefined) return kind
  const column = given.startsWith(columnPrefix) ? given.slice(columnPrefix.length) : ''
  if (column === '')
    throw new InvalidArgumentError(`Name one of ${strataKinds.join(', ')}, ${columnPrefix}NAME.`)
  return { column }
}

const columnPrefix = 'column:'

/** A column and what it holds: `name=value`; given several times for one column, any of the values. */
export function columnValues(given: string, before?: ColumnFilter): ColumnFilter {
  const [name = '', ...rest] = given.split('=')
  if (name === '' || rest.length === 0 || (before && before.name !== name))
    throw new InvalidArgumentError('Give a column and what it holds, as name=value; one column only.')
  return { name, values: [...(before?.values ?? []), rest.join('=')] }
}

type ColumnFilter = NonNullable<WorkListFilter['column']>

/** Statuses separated by commas. */
export const namedStatuses = (given: string): Status[] =>
  names(given).map((name) => {
    const status = statuses.find((one) => one === name)
    if (status === undefined) throw new InvalidArgumentError(`Name one or more of ${statuses.join(',')}.`)
    return status
  })
