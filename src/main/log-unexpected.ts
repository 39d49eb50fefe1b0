/** Writes an error that nobody foresaw to stderr, where a terminal or a system log keeps it. */
export function logUnexpected(error: unknown): void {
  console.error('Winnow: unexpected error:', error)
}
