/** With what every command ends. The README and `--help` say the same. */
export const exitCode = {
  good: 0,
  /** It could not be done, or `check` found faults. */
  failed: 1,
  wrongUsage: 2,
  /** It was done, but something was left out; each is named on stderr. */
  leftOut: 3,
} as const

export const exitCodeHelp = `
Exit codes:
  0  all good
  1  it could not be done, or check found faults
  2  wrong usage
  3  done, but something was left out; each is named on stderr`
