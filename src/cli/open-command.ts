import type { Command } from 'commander'
import { existingFolders } from './existing-folders.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { root } from './installation.ts'
import { openInElectron } from './open-in-electron.ts'
import { remark } from './remark.ts'
import { serveFolders } from './serve-folders.ts'

/** `winnow open`: the desktop window, or the browser where that cannot be had. What `npm start` runs. */
export function addOpenCommand(program: Command): void {
  program
    .command('open')
    .description('open Winnow in a window of its own, or in a browser where that cannot be had')
    .argument('[folder...]', 'corpora: folders of dumps; the welcome screen if none is given')
    .addHelpText(
      'after',
      `
Examples:
  winnow open
  winnow open dumps
${exitCodeHelp}`,
    )
    .action(async (folders: string[]) => {
      process.exitCode = await open(folders)
    })
}

async function open(given: readonly string[]): Promise<number> {
  const folders = await existingFolders(given)
  if (given.length > 0 && folders.length === 0) return exitCode.failed
  const electron = await openInElectron(root, folders)
  if (electron.ran) return electron.exitCode
  remark(
    `Electron’s window is not available here (${electron.reason}), so Winnow is served to a browser instead.`,
  )
  return serveFolders({ folders, open: true })
}
