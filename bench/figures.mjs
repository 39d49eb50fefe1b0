/** The value below which the share `q` of `values` lies. */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
}

export const median = (values) => quantile(values, 0.5)

/**
 * A row of the table: Winnow's times and those of the bare reference of the same run, in ms; of a key also what it kept
 * the main thread for, `work` in ms a press.
 */
export const row = (what, lines, winnow, bare, work) => ({
  what,
  lines: lines.toLocaleString('en'),
  'Winnow (ms)': median(winnow).toFixed(2),
  'p95 (ms)': quantile(winnow, 0.95).toFixed(2),
  'bare (ms)': median(bare).toFixed(2),
  ratio: (median(winnow) / median(bare)).toFixed(2),
  ...(work && { 'main thread (ms)': median(work).toFixed(2) }),
})
