import type { Service } from '../core/contract.ts'
import type { EventHub } from './event-hub.ts'

/** What a host tells the service about itself, and what only that host can do. */
export interface WinnowOptions {
  readonly host: 'electron' | 'web' | 'cli'
  /** Winnow's version, for the interface. */
  readonly version: string
  /** Winnow's `resources` folder, in which the sample corpus lies. */
  readonly resources: string
  /** Folders named on the command line, as absolute paths. */
  readonly given: readonly string[]
  /** Whether the interface opens the first given folder at once. */
  readonly openFirst: boolean
  /** Annotator named on the command line; the user's own name if not given. */
  readonly annotator?: string | undefined
  /** Where labels are kept instead of beside the dumps, if named on the command line. */
  readonly labelsFolder?: string | undefined
  /** Where the user's own state is kept: recent folders, places. {@link userFolder} if not given. */
  readonly userFolder?: string | undefined
  /** Shows the system's dialog; resolves to an absolute path, or null if the user chose nothing. */
  readonly chooseFolder?: (() => Promise<string | null>) | undefined
  readonly chooseExportPath?: ((suggested: string) => Promise<string | null>) | undefined
  /** Told of errors that nobody foresaw. */
  readonly log?: ((error: unknown) => void) | undefined
}

/** The running service. */
export interface Winnow {
  readonly service: Service
  readonly events: EventHub
  /** The folder id for a path that the command line or a dialog named. */
  folderId(path: string): string
  /** The id of a place that the command line named, for `exportCorpus`; `overwrite` if it may replace a file. */
  exportTarget(path: string, overwrite: boolean): string
  /** The absolute path of a finished export by the id in its reply's `download`; null if there is none. */
  exportFile(download: string): string | null
  /** Waits until everything is on the disk, then ends background work. */
  close(): Promise<void>
}

/** Starts the service. */
export async function createWinnow(_options: WinnowOptions): Promise<Winnow> {
  throw new Error('not written yet')
}
