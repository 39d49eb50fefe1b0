import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The built command line as a process of its own. */
export interface RunningWinnow {
  readonly child: ChildProcess
  stdout(): string
  stderr(): string
  /** Resolves when the process has ended and said all it had to. */
  readonly ended: Promise<Ended>
}

/** Starts `winnow` with these arguments; the user's own state goes to `home`, and there is no display. */
export function startWinnow(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): RunningWinnow {
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WINNOW_HOME: home, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended: once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr })),
  }
}

/** Runs `winnow` to its end. */
export const runWinnow = (home: string, ...args: string[]): Promise<Ended> => startWinnow(home, args).ended
