import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { annotatorNameSchema } from '../core/annotator-name.ts'
import { defaultPreferences, type Preferences, preferenceChangeSchema } from '../core/preferences.ts'
import { SerialTasks } from '../core/serial-tasks.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { workListNameSchema } from '../core/work-list/work-list-file.ts'
import { DamagedFile, DurableFile, type FileKind } from './durable-file.ts'
import { timeMark } from './time-mark.ts'

const placeSchema = z.object({ document: z.string(), segment: z.int().nonnegative() })

const userStateSchema = z.object({
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
  noun: 'file of your settings',
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

/**
 * What Winnow remembers for the user between runs, in `state.json` of the user's own folder. It holds no labels, so
 * a state that cannot be read never keeps Winnow from starting: it is set aside, and `log` is told.
 */
export class UserState {
  readonly #db: Low<UserStateData>
  readonly #path: string
  readonly #log: (error: unknown) => void
  readonly #tasks = new SerialTasks()
  /** Places that are not on the disk yet, by corpus and annotator. */
  readonly #places = new Map<string, { corpus: string; annotator: string; place: Place }>()
  #timer: NodeJS.Timeout | null = null
  /** False where the file belongs to a newer Winnow or cannot be read: then nothing overwrites it. */
  #ours = true

  constructor(folder: string, log: (error: unknown) => void) {
    this.#path = join(folder, 'state.json')
    this.#db = new Low(new DurableFile(this.#path, userStateKind), empty())
    this.#log = log
  }

  /** The state as it is on the disk, with the places that are still to be written. Never rejects. */
  read(): Promise<Readonly<UserStateData>> {
    return this.#tasks.run(() => this.#read())
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
      const { [annotator]: _, ...others } = data.workLists[corpus] ?? {}
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
      if (error instanceof DamagedFile) await this.#setAside()
      else this.#ours = false
    }
    const { data } = this.#db
    for (const { corpus, annotator, place } of this.#places.values())
      data.places[corpus] = { ...data.places[corpus], [annotator]: place }
    return data
  }

  async #setAside(): Promise<void> {
    const aside = this.#path.replace(/\.json$/, `.damaged-${timeMark(new Date())}.json`)
    try {
      await rename(this.#path, aside)
      this.#log(
        new WinnowError(
          'unexpected',
          `Your settings were set aside as ${aside}, and Winnow starts with its defaults. Labels are not affected.`,
        ),
      )
    } catch (error) {
      this.#ours = false
      this.#log(error)
    }
  }
}
