import { once } from 'node:events'
import { createWinnow } from '../node/winnow.ts'
import { exitCode } from './exit-code.ts'
import { installation } from './installation.ts'
import { logUnexpected } from './log-unexpected.ts'
import { openWindow } from './open-window.ts'
import { remark } from './remark.ts'
import { startWebHost } from './web-host.ts'

export interface ServeFoldersOptions {
  /** As absolute paths. None: the interface shows the welcome screen. */
  readonly folders: readonly string[]
  readonly port?: number | undefined
  /** Whether to open a window on it. */
  readonly open: boolean
  readonly annotator?: string | undefined
  readonly labels?: string | undefined
}

/**
 * Serves the folders to browsers on this machine until the process is told to end, and returns the exit code. Prints
 * the address as the one line on stdout, for people to open and programs to read.
 */
export async function serveFolders(options: ServeFoldersOptions): Promise<number> {
  const told = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
  const winnow = await createWinnow({
    host: 'web',
    version: installation.version,
    resources: installation.resources,
    indexProgram: installation.indexProgram,
    searchProgram: installation.searchProgram,
    repetitionProgram: installation.repetitionProgram,
    suggestionProgram: installation.suggestionProgram,
    given: options.folders,
    openFirst: options.folders.length === 1,
    annotator: options.annotator,
    labelsFolder: options.labels,
    log: logUnexpected,
  })
  try {
    const { interfaceFolder } = installation
    const host = await startWebHost({ winnow, interfaceFolder, port: options.port, log: logUnexpected })
    console.log(`Winnow: ${host.url}`)
    if (options.open) {
      const reason = await openWindow(host.urlForOnce())
      if (reason !== null) remark(`No window was opened (${reason}); open the address above in a browser.`)
    }
    await told
    await host.close()
  } finally {
    await winnow.close()
  }
  return exitCode.good
}
