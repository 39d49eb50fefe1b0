import { execFileSync } from 'node:child_process'

/** Makes a named pipe: whoever opens it the usual way waits until somebody else does so too. */
export function makePipe(path: string): void {
  execFileSync('mkfifo', [path])
}
