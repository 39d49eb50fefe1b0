import { spawn } from 'node:child_process'
import { downloadElectron } from './download-electron.ts'
import { electronBinary, electronPackage } from './electron-binary.ts'
import { hasDisplay } from './has-display.ts'
import { sandboxArguments } from './sandbox-arguments.ts'

/** Either Electron ran, and ended with this exit code, or it did not, for a reason in a few words. */
export type ElectronRun = { ran: true; exitCode: number } | { ran: false; reason: string }

/** How long to wait for a download, in milliseconds. */
const downloadPatience = 9_000
/** Electron that fails sooner than this never showed a window: a missing library, a barred sandbox. Milliseconds. */
const shortestRun = 5_000

/** Opens Winnow in `root` with `folders` in an Electron window and waits until it is closed. */
export async function openInElectron(root: string, folders: readonly string[]): Promise<ElectronRun> {
  if (!hasDisplay()) return { ran: false, reason: 'there is no display' }
  const electron = electronPackage(root)
  if (electron === null) return { ran: false, reason: 'it is not installed' }
  if (electronBinary(electron) === null) {
    const download = await downloadElectron(electron, downloadPatience)
    if (download === 'going-on')
      return { ran: false, reason: 'it is still being downloaded for the next start' }
  }
  const binary = electronBinary(electron)
  if (binary === null) return { ran: false, reason: 'it could not be downloaded' }
  return run(binary, [...sandboxArguments(), root, ...folders])
}

function run(binary: string, args: readonly string[]): Promise<ElectronRun> {
  const started = performance.now()
  // Set where a program that is itself Electron starts this one; it would make Electron plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(binary, args, { stdio: 'inherit', env })
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let told = false
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      told = true
      passOn(signal)
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return new Promise((resolve) => {
    const end = (result: ElectronRun): void => {
      for (const stopListening of listeners) stopListening()
      resolve(result)
    }
    child.once('error', (error) => end({ ran: false, reason: `it does not start: ${error.message}` }))
    child.once('exit', (code) => {
      const early = performance.now() - started < shortestRun
      if (code !== 0 && early && !told) end({ ran: false, reason: 'it does not start here' })
      else end({ ran: true, exitCode: told ? 0 : (code ?? 1) })
    })
  })
}
