import { WinnowError } from '../core/winnow-error.ts'
import { DocumentSession } from './document-session.ts'
import type { DocumentSource } from './document-source.ts'
import { labelsPath } from './labels-path.ts'
import type { SessionHooks } from './session-hooks.ts'

/** How many documents are kept in memory, so that going back and forth reads nothing anew. */
const keptDocuments = 8

/**
 * Of how many documents a session is kept that has let go of them: it knows what was shown, which is what edits are
 * meant for. Many more than there can be windows, and no more after a day's work than after an hour's.
 */
const rememberedDocuments = 1000

/** How often what is kept of them is compared with the disk, in milliseconds. */
const lookEvery = 2000

/** One annotator's labels in one corpus: a session for each document that was asked for. */
export class LabelsStore {
  readonly annotator: string
  readonly home: string
  readonly #source: DocumentSource
  readonly #hooks: SessionHooks
  /** In the order of their last use. */
  readonly #sessions = new Map<string, DocumentSession>()
  /** Those that may have a document in memory, in the order of their last use. */
  readonly #loaded = new Set<DocumentSession>()
  #look: NodeJS.Timeout | null = null

  constructor(source: DocumentSource, home: string, annotator: string, hooks: SessionHooks) {
    this.#source = source
    this.home = home
    this.annotator = annotator
    this.#hooks = hooks
  }

  /** The session of a document, which must be one of the corpus. */
  session(document: string): DocumentSession {
    const session = this.#sessions.get(document) ?? this.#newSession(document)
    this.#sessions.delete(document)
    this.#sessions.set(document, session)
    this.#loaded.delete(session)
    this.#loaded.add(session)
    for (const older of this.#loaded) {
      // The one that is asked for has nothing to do yet, but will have.
      if (this.#loaded.size <= keptDocuments || older === session) break
      if (older.release()) this.#loaded.delete(older)
    }
    this.#forgetOldest(session)
    return session
  }

  #forgetOldest(newest: DocumentSession): void {
    for (const [document, older] of this.#sessions) {
      if (this.#sessions.size <= rememberedDocuments || older === newest) return
      if (!older.release()) continue
      this.#loaded.delete(older)
      this.#sessions.delete(document)
    }
  }

  /** Lets open documents without a labels file follow a change of the corpus's rule. @throws WinnowError */
  async followRule(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.followRule()))
  }

  /** Tells the windows what the disk has by now of a document that is open without labels. @throws WinnowError */
  async lookAgain(document: string): Promise<void> {
    await this.#sessions.get(document)?.followRule()
  }

  /**
   * From now on looks every two seconds whether another program (git, one that synchronises folders, another Winnow) has
   * changed the labels of documents in use, and tells of it. Not by watching the folder, as shared disks do not tell
   * what others do there.
   */
  follow(log: (error: unknown) => void): void {
    this.#look = setTimeout(async () => {
      for (const session of this.#loaded)
        await session.lookAgain().catch((error: unknown) => {
          // What cannot be read is said when it is asked for.
          if (!(error instanceof WinnowError)) log(error)
        })
      if (this.#look) this.follow(log)
    }, lookEvery)
    this.#look.unref()
  }

  /** Ends that, and resolves once everything asked for is on the disk, or was refused. */
  async close(): Promise<void> {
    if (this.#look) clearTimeout(this.#look)
    this.#look = null
    await this.idle()
  }

  /** Forgets what is known of all documents that nobody is at work on: it is read again from the disk. */
  release(): void {
    for (const session of this.#sessions.values()) session.release()
  }

  /** Resolves once everything asked for is on the disk, or was refused. */
  async idle(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.idle()))
  }

  #newSession(document: string): DocumentSession {
    const { annotator } = this
    const path = labelsPath(this.home, annotator, document)
    return new DocumentSession({ document, annotator, source: this.#source, labelsPath: path }, this.#hooks)
  }
}
