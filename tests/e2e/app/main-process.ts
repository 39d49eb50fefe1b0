import type { Page } from '@playwright/test'

/** The module `electron` as the main process sees it. */
export type ElectronModule = typeof import('electron')

/** What a test runs in the main process. It may use nothing from around it. */
export type MainBody<R> = (electron: ElectronModule, argument: string | null) => R | Promise<R>

/** Electron's main process, real or stood in for. */
export interface MainProcess {
  /** The first window, once it has loaded. */
  firstPage(): Promise<Page>
  /** The next window that opens, once it has loaded. */
  nextPage(): Promise<Page>
  /** Runs `body` in the main process, as Playwright's ElectronApplication does. */
  evaluate<R>(body: MainBody<R>, argument: string | null): Promise<R>
  /** Resolves to the exit code when the process has ended, for whatever reason; null if a signal ended it. */
  exited(): Promise<number | null>
  kill(): Promise<void>
  close(): Promise<void>
}
