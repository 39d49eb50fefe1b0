/** Where a test's Winnow finds its corpus and keeps the user's own state. Absolute paths. */
export interface TestFolders {
  readonly corpus: string
  /** A second folder named on the command line, so that no interface opens the first one by itself. */
  readonly other: string
  /** The folder of the user's own state, given as WINNOW_HOME. */
  readonly home: string
}

/** A running Winnow as one transport carries it: what is sent and what comes is not checked on the way. */
export interface Carrier {
  /** Sends a call of any name with any request. Rejects only where the transport itself fails. */
  invoke(name: string, request: unknown): Promise<unknown>
  /** Resolves when no further event is missed. */
  subscribe(listener: (event: unknown) => void): Promise<void>
  /** Ends the host as a user would. */
  close(): Promise<void>
  /** Answers the system's next dialogs; null is Cancel. Only where the host has such dialogs. */
  readonly dialogs?: {
    answerFolder(path: string | null): Promise<void>
    answerSave(path: string | null): Promise<void>
  }
}
