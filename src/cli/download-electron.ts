import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** How a download stands: over, one way or the other, or going on without anyone waiting for it. */
export type Download = 'over' | 'going-on'

/**
 * Lets the `electron` package in `folder` download its program, and waits for it `patience` milliseconds at most. A
 * download that takes longer goes on in the background, for the next start; it ends by itself.
 */
export function downloadElectron(folder: string, patience: number): Promise<Download> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { detached: true, stdio: 'ignore' })
  child.unref()
  return new Promise((resolve) => {
    const tired = setTimeout(() => resolve('going-on'), patience)
    const over = (): void => {
      clearTimeout(tired)
      resolve('over')
    }
    child.once('exit', over)
    child.once('error', over)
  })
}
