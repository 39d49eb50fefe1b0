import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { annotatorNameSchema } from '../core/annotator-name.ts'
import { defaultPreferences, type Preferences, preferenceChangeSchema } from '../core/preferences.ts'
import { say } from '../core/sentences/say.ts'
import { SerialTasks } from '../core/serial-tasks.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { workListNameSchema } from '../core/work-list/work-list-file.ts'
import { DamagedFile, DurableFile, type FileKind } from './durable-file.ts'
import { backupOf } from './replace-file.ts'
import { setAside } from './set-aside.ts'

const placeSchema = z.object({ document: z.string(), segment: z.int().nonnegative() })

export const userStateSchema = z.object({
  format: z.literal('winnow-user'),
  version: z.literal(1),
  /** The name the user chose, if any. */
  annotator: annotatorNameSchema.nullable(),
  /** Paths of the corpora opened last, newest first. */
  recent: z.array(z.string()),
  /** By the path of the corpus, then by annotator. */
  places: z.record(z.string(), z.record(z.string(), placeSchema)),
  /** Where the labels of a corpus are that cannot be written to, by the path of the corpus. */
  labelsHomes: z.record(z.string(), z.string()),
  /** The work list that an annotator has chosen, by the path of the corpus. */
  workLists: z.record(z.string(), z.record(z.string(), workListNameSchema)).default({}),
  /** What the user has chosen; the rest is as Winnow has it by itself. */
  preferences: preferenceChangeSchema.default({}),
})

type UserStateData = z.infer<typeof userStateSchema>
type Place = z.infer<typeof placeSchema>

export const userStateKind: FileKind<UserStateData> = {
  get noun() {
    return say`file of your settings`
  },
  format: 'winnow-user',
  schema: userStateSchema,
  version: 1,
  codes: { damaged: 'unexpected', newer: 'unexpected', unreadable: 'unexpected' },
  private: true,
}

const mostRecent = 12

/** How long places wait to be written together, in milliseconds. */
const placeDelay = 250

const empty = (): UserStateData => ({
  format: 'winnow-user',
  version: 1,
  annotator: null,
  recent: [],
  places: {},
  labelsHomes: {},
  workLists: {},
  preferences: {},
})

/** Whatever name a person or a folder has: `constructor` is one as well. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

/**
 * What Winnow remembers for the user between runs, in `state.json` of the user's own folder. It holds no labels, so
 * a state that cannot be read never keeps Winnow from starting: it is set aside for the one saved before, and the user
 * is told.
 */
export class UserState {
  readonly #db: Low<UserStateData>
  readonly #file: DurableFile<UserStateData>
  readonly #path: string
  readonly #log: (error: unknown) => void
  readonly #tasks = new SerialTasks()
  /** Places that are not on the disk yet, by corpus and annotator. */
  readonly #places = new Map<string, { corpus: string; annotator: string; place: Place }>()
  #timer: NodeJS.Timeout | null = null
  /** False where the file belongs to a newer Winnow or cannot be read: then nothing overwrites it. */
  #ours = true
  #trouble: string | null = null

  constructor(folder: string, log: (error: unknown) => void) {
    this.#path = join(folder, 'state.json')
    this.#file = new DurableFile(this.#path, userStateKind)
    this.#db = new Low(this.#file, empty())
    this.#log = log
  }

  /** The state as it is on the disk, with the places that are still to be written. Never rejects. */
  read(): Promise<Readonly<UserStateData>> {
    return this.#tasks.run(() => this.#read())
  }

  /** What became of a state that could not be read, or cannot be saved, as a sentence. */
  get trouble(): string | null {
    return this.#trouble
  }

  /** Where the annotator was in the corpus at the path `corpus`. */
  async place(corpus: string, annotator: string): Promise<Place | undefined> {
    return own(own((await this.read()).places, corpus), annotator)
  }

  /** The labels home of a corpus that cannot be written to. */
  async labelsHome(corpus: string): Promise<string | undefined> {
    return own((await this.read()).labelsHomes, corpus)
  }

  /** The work list that the annotator has chosen. */
  async workList(corpus: string, annotator: string): Promise<string | undefined> {
    return own(own((await this.read()).workLists, corpus), annotator)
  }

  setAnnotator(name: string): Promise<void> {
    return this.#update((data) => {
      data.annotator = name
    })
  }

  /** Makes the corpus at `path` the newest of the recent ones. */
  addRecent(path: string): Promise<void> {
    return this.#update((data) => {
      data.recent = [path, ...data.recent.filter((other) => other !== path)].slice(0, mostRecent)
    })
  }

  setLabelsHome(corpus: string, home: string): Promise<void> {
    return this.#update((data) => {
      data.labelsHomes[corpus] = home
    })
  }

  /** Makes it the list that the annotator works on; null: all documents. */
  setWorkList(corpus: string, annotator: string, name: string | null): Promise<void> {
    return this.#update((data) => {
      const { [annotator]: _, ...others } = own(data.workLists, corpus) ?? {}
      data.workLists[corpus] = name === null ? others : { ...others, [annotator]: name }
    })
  }

  async preferences(): Promise<Preferences> {
    return { ...defaultPreferences, ...(await this.read()).preferences }
  }

  changePreferences(change: Partial<Preferences>): Promise<void> {
    return this.#update((data) => {
      data.preferences = { ...data.preferences, ...change }
    })
  }

  /** Remembers the place and writes it soon, together with others; {@link flush} does so at once. */
  setPlace(corpus: string, annotator: string, place: Place): void {
    this.#places.set(JSON.stringify([corpus, annotator]), { corpus, annotator, place })
    this.#timer ??= setTimeout(() => void this.flush(), placeDelay)
  }

  /** Resolves once all is written that can be. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#places.size > 0) await this.#update(() => {}).catch(this.#log)
    await this.#tasks.idle()
  }

  #update(change: (data: UserStateData) => void): Promise<void> {
    return this.#tasks.run(async () => {
      // Another Winnow may have written meanwhile: its changes are kept.
      const data = await this.#read()
      const places = [...this.#places]
      change(data)
      if (this.#ours) await this.#db.write()
      for (const [key, place] of places) if (this.#places.get(key) === place) this.#places.delete(key)
    })
  }

  async #read(): Promise<UserStateData> {
    try {
      if (this.#ours) await this.#db.read()
    } catch (error) {
      this.#log(error)
      if (error instanceof DamagedFile) await this.#recover(error)
      else await this.#leaveAlone(error)
    }
    const { data } = this.#db
    for (const { corpus, annotator, place } of this.#places.values())
      data.places[corpus] = { ...own(data.places, corpus), [annotator]: place }
    return data
  }

  /** Goes on with the state saved before, or with none, and keeps the damaged one under another name. */
  async #recover(damage: DamagedFile): Promise<void> {
    try {
      const before = await new DurableFile(backupOf(this.#path), userStateKind)
        .read()
        .catch((error: unknown) => {
          this.#log(error)
          return null
        })
      const aside = await setAside(this.#path)
      this.#tell(
        before
          ? say`${damage.message} It was set aside as ${aside}, and those saved before are used. Labels are not affected.`
          : say`${damage.message} It was set aside as ${aside}, and Winnow starts with its defaults. Labels are not affected.`,
      )
      if (!before) return
      this.#db.data = before
      await this.#file.writeKeepingBackup(before)
    } catch (error) {
      this.#log(error)
      await this.#leaveAlone(error)
    }
  }

  /** What a newer Winnow wrote is used as far as it is known; what cannot be read is done without. Nothing is written. */
  async #leaveAlone(error: unknown): Promise<void> {
    this.#ours = false
    const known = await this.#file.readKnown().catch(() => null)
    if (known) this.#db.data = known.data
    const reason = error instanceof Error ? error.message : String(error)
    this.#tell(
      say`${reason} What you change in your settings is kept until Winnow ends. Labels are not affected.`,
    )
  }

  #tell(message: string): void {
    this.#trouble = message
    this.#log(new WinnowError('unexpected', message))
  }
}
