import { spawn } from 'node:child_process'

/** Starts a program that outlives this one. False if it cannot be started; what becomes of it later is its own. */
export function startDetached(path: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(path, args, { detached: true, stdio: 'ignore' })
  child.unref()
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
}
