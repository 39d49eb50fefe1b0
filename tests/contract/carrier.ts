/** Where a Winnow of the tests finds its corpora and keeps the user's own state. Absolute paths. */
export interface TestFolders {
  /** An empty folder, which an interface may open by itself. */
  readonly first: string
  /** Alike, so that each test can have one of its own. */
  readonly corpora: readonly string[]
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
