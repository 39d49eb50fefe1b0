import { remark } from './remark.ts'

/** Tells of an error that nobody foresaw and that ended no command. */
export const logUnexpected = (error: unknown): void =>
  remark(
    `Something went wrong that Winnow did not foresee: ${error instanceof Error ? error.message : error}`,
  )
