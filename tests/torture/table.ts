import type { Tally } from './tally.ts'

const titles = ['class', 'tried', 'held', 'lost']

const cellsOf = ({ what, tried, held }: Tally): string[] => [
  what,
  ...[tried, held, tried - held].map((count) => count.toLocaleString('en')),
]

/** What became of everything, as a table in Markdown with its sums, and below it a line for each failure. */
export function tableOf(tallies: readonly Tally[]): string {
  const sum = {
    what: 'all',
    tried: tallies.reduce((total, { tried }) => total + tried, 0),
    held: tallies.reduce((total, { held }) => total + held, 0),
    failures: [],
  }
  const rows = [titles, ...[...tallies, sum].map(cellsOf)]
  const widths = titles.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map(
    (row) =>
      `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`,
  )
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const failures = tallies.flatMap(({ what, failures }) => failures.map((failure) => `${what}: ${failure}`))
  return [
    ...lines.slice(0, 1),
    rule,
    ...lines.slice(1),
    ...(failures.length > 0 ? ['', ...failures] : []),
  ].join('\n')
}
