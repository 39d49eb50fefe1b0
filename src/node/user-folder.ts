import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** The folder of the user's own state: `WINNOW_HOME` if that is set, else where the system keeps such things. */
export function userFolder(): string {
  const { WINNOW_HOME } = process.env
  return WINNOW_HOME ? resolve(WINNOW_HOME) : envPaths('winnow', { suffix: '' }).config
}
