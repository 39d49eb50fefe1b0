import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { electronBinary, electronPackage } from '../../../src/cli/electron-binary.ts'
import { forkStandIn, startStandIn } from '../../electron-stand-in/start-stand-in.ts'
import type { MainProcess } from './main-process.ts'
import type { RunningApp } from './running-app.ts'
import { spawnElectron, startElectron } from './start-electron.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface ElectronLaunch {
  /** Folders named on the command line. */
  readonly folders: readonly string[]
  /** The folder of the user's own state, given as WINNOW_HOME. */
  readonly home: string
  /** Whether real Electron carries it, or the stand-in. */
  readonly real: boolean
}

/** A running Winnow in Electron, whose main process a test can reach as well. */
export interface RunningElectron extends RunningApp {
  readonly main: MainProcess
  answerFolderDialog(path: string | null): Promise<void>
  answerSaveDialog(path: string | null): Promise<void>
}

/** Where Electron's program is, or in a few words why there is none. */
export function realElectron(): { path: string } | { missing: string } {
  const folder = electronPackage(root)
  if (folder === null) return { missing: 'the package electron is not installed' }
  const path = electronBinary(folder)
  return path === null ? { missing: 'the program of Electron has not been downloaded' } : { path }
}

/** Starts the built Winnow and resolves when its first window has loaded. */
export async function launchElectron(launch: ElectronLaunch): Promise<RunningElectron> {
  await mkdir(launch.home, { recursive: true })
  const main = launch.real ? await startReal(launch) : await startStandIn(root, launch.folders, launch.home)
  const page = await main.firstPage()
  return {
    page,
    main,
    newPage: () => openSecondPage(main),
    kill: () => main.kill(),
    close: () => main.close(),
    answerFolderDialog: (path) =>
      main.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = async () => ({
          canceled: answer === null,
          filePaths: answer === null ? [] : [answer],
        })
      }, path),
    answerSaveDialog: (path) =>
      main.evaluate(({ dialog }, answer) => {
        dialog.showSaveDialog = async () => ({ canceled: answer === null, filePath: answer ?? '' })
      }, path),
  }
}

/** Starts Winnow where it runs already with the same home, and resolves to the exit code of this second start. */
export async function secondStart({ folders, home, real }: ElectronLaunch): Promise<number | null> {
  const child = real ? spawnElectron(program(), root, folders, home) : forkStandIn(root, folders, home)
  return new Promise((resolve) => child.once('exit', resolve))
}

const startReal = ({ folders, home }: ElectronLaunch): Promise<MainProcess> =>
  startElectron(program(), root, folders, home)

function program(): string {
  const electron = realElectron()
  if ('missing' in electron) throw new Error(`There is no Electron to start: ${electron.missing}.`)
  return electron.path
}

async function openSecondPage(main: MainProcess): Promise<Page> {
  const opened = main.nextPage()
  await main.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click()
  }, null)
  return opened
}
