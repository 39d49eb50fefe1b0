import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { importedAsSchema } from '../../core/contract-import.ts'
import { linesOf } from '../../core/datasets/lines-of.ts'
import { editSchema } from '../../core/edit.ts'
import { claimedVersion } from '../../core/file-version.ts'
import { say } from '../../core/sentences/say.ts'
import { namedSuggestionsFileSchema } from '../../core/suggestions/named-suggestions-file.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { makeFile } from '../access.ts'
import { diskReason, isAbsent, notSaved } from '../disk-error.ts'
import { makeFolder } from '../make-folder.ts'
import { syncFolder } from '../sync-folder.ts'
import { timeMark } from '../time-mark.ts'

/** How many imports can be taken back; the oldest one goes first. */
const keptJournals = 5

/** The newest version of a journal that this Winnow reads and the only one it writes. */
export const journalVersion = 1

export const journalHeadSchema = z.object({
  format: z.literal('winnow-import'),
  version: z.literal(journalVersion),
  /** When the import began, ISO 8601 in UTC. */
  made: z.string(),
  as: importedAsSchema,
})

export const journalStepSchema = z.union([
  /** What was done to the labels of a document. */
  z.object({ document: z.string().min(1), edits: z.array(editSchema) }),
  /** What a model suggested for a document before, null for nothing, and does now. */
  z.object({
    document: z.string().min(1),
    before: namedSuggestionsFileSchema.nullable(),
    after: namedSuggestionsFileSchema,
  }),
])

export type JournalHead = z.infer<typeof journalHeadSchema>
export type JournalStep = z.infer<typeof journalStepSchema>

const folderOf = (home: string): string => join(home, 'imports')
const pathOf = (home: string, id: string): string => join(folderOf(home), `${id}.jsonl`)
const idPattern = /^\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{8}$/

/**
 * Remembers on the disk what an import does to each document, in `winnow/imports`, so that it can be taken back. Nothing
 * is written before the first step.
 */
export class ImportJournal {
  readonly id: string
  readonly #home: string
  readonly #head: JournalHead
  #file: Promise<FileHandle> | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** @param now when the import began */
  constructor(home: string, as: JournalHead['as'], now: Date) {
    this.id = `${timeMark(now)}-${randomUUID().slice(0, 8)}`
    this.#home = home
    this.#head = { format: 'winnow-import', version: journalVersion, made: now.toISOString(), as }
  }

  get isEmpty(): boolean {
    return this.#file === null
  }

  /** @throws WinnowError if it could not be written */
  async add(step: JournalStep): Promise<void> {
    this.#file ??= this.#begin()
    const file = await this.#file
    const written = this.#last.then(() => file.appendFile(`${JSON.stringify(step)}\n`))
    this.#last = written.catch(() => {})
    await written.catch((error: unknown) => {
      throw notSaved(pathOf(this.#home, this.id), error)
    })
  }

  /** Makes it durable and lets go of it; the oldest journals go. @throws WinnowError */
  async close(): Promise<void> {
    const opened = this.#file
    if (!opened) return
    const path = pathOf(this.#home, this.id)
    try {
      const file = await opened
      await this.#last
      await file.sync()
      await file.close()
      await syncFolder(dirname(path))
      const older = (await journalsIn(this.#home)).slice(0, -keptJournals)
      for (const id of older) await removeJournal(this.#home, id)
    } catch (error) {
      throw notSaved(path, error)
    }
  }

  async #begin(): Promise<FileHandle> {
    const path = pathOf(this.#home, this.id)
    try {
      await makeFolder(dirname(path))
      const file = await makeFile(path)
      await file.appendFile(`${JSON.stringify(this.#head)}\n`)
      return file
    } catch (error) {
      throw notSaved(path, error)
    }
  }
}

/** The head of the journal with this id. @throws WinnowError if there is none, or it is damaged */
export async function journalHead(home: string, id: string): Promise<JournalHead> {
  for await (const line of linesOfJournal(home, id)) return parsed(journalHeadSchema, line, home, id)
  throw damaged(home, id)
}

/**
 * What the import with this id did, document by document.
 * @param onRead told how much of the journal is behind, and how much there is
 * @throws WinnowError if it is damaged
 */
export async function* journalSteps(
  home: string,
  id: string,
  onRead: (done: number, total: number) => void,
): AsyncGenerator<JournalStep> {
  const { size } = await stat(pathOf(home, id))
  let done = 0
  for await (const line of linesOfJournal(home, id)) {
    if (done > 0) yield parsed(journalStepSchema, line, home, id)
    done += Buffer.byteLength(line) + 1
    onRead(Math.min(done, size), size)
  }
}

/** Forgets how to take the import back. @throws an error of the disk */
export const removeJournal = (home: string, id: string): Promise<void> =>
  rm(pathOf(home, id), { force: true })

/** The ids of the journals there are, the oldest first. @throws WinnowError */
export async function journalsIn(home: string): Promise<string[]> {
  const names = await readdir(folderOf(home)).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw unreadable(folderOf(home), error)
  })
  return names
    .map((name) => name.replace(/\.jsonl$/, ''))
    .filter((id) => idPattern.test(id))
    .sort()
}

async function* linesOfJournal(home: string, id: string): AsyncGenerator<string> {
  // The id comes from outside and becomes a path.
  if (!idPattern.test(id)) throw noSuchImport()
  const path = pathOf(home, id)
  const input = createReadStream(path, 'utf8')
  try {
    for await (const { text } of linesOf(input)) yield text
  } catch (error) {
    if (isAbsent(error)) throw noSuchImport()
    if (error instanceof WinnowError) throw error
    throw unreadable(path, error)
  } finally {
    input.destroy()
  }
}

function parsed<T>(schema: z.ZodType<T>, line: string, home: string, id: string): T {
  let json: unknown
  try {
    json = JSON.parse(line)
    return schema.parse(json)
  } catch (error) {
    if ((claimedVersion(json) ?? 0) > journalVersion)
      throw new WinnowError(
        'import-failed',
        say`The file ${pathOf(home, id)}, which says what the import did, was written by a newer Winnow. It is untouched, and no label was changed. Update Winnow to take the import back.`,
      )
    throw damaged(home, id, error)
  }
}

const damaged = (home: string, id: string, cause?: unknown): WinnowError =>
  new WinnowError(
    'import-failed',
    say`The file ${pathOf(home, id)}, which says what the import did, is damaged. What it says before that is taken back; no other label was changed.`,
    { cause },
  )

const unreadable = (path: string, cause: unknown): WinnowError =>
  new WinnowError(
    'import-failed',
    say`${path} could not be read: ${diskReason(cause)}. No label was changed. Mend the cause and try again.`,
    { cause },
  )

const noSuchImport = (): WinnowError =>
  new WinnowError(
    'bad-request',
    say`There is no such import to take back. Nothing was changed. The last five imports can be taken back, each once.`,
  )
