import type { Page } from '@playwright/test'

/** A Winnow that a test started, whichever host carries it. */
export interface RunningApp {
  /** The first window. */
  readonly page: Page
  /** Opens a second window on the same host. */
  newPage(): Promise<Page>
  /** Ends the host with SIGKILL, as a crash or a power cut would; it gets no chance to save. */
  kill(): Promise<void>
  /** Ends the host as a user would. */
  close(): Promise<void>
  /** Answers the next system dialogs that ask for a folder; null is Cancel. Only where the host has such dialogs. */
  answerFolderDialog?(path: string | null): Promise<void>
  /** Answers the next system dialogs that ask where to save; null is Cancel. Only where the host has such dialogs. */
  answerSaveDialog?(path: string | null): Promise<void>
}
