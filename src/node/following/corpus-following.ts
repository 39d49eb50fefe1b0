import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Followed, mostFollowed } from '../../core/contract-following.ts'
import type { Trouble } from '../../core/contract-listing.ts'
import { say } from '../../core/sentences/say.ts'
import { SerialTasks } from '../../core/serial-tasks.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { followInWorkLists } from './follow-in-work-lists.ts'
import { followLabels, isTaken } from './follow-labels.ts'
import { type LostLabels, lostLabels } from './lost-labels.ts'
import { type NewPlace, newPlaces, type UnclearPlace } from './new-places.ts'
import { type KnownHashes, RenamedDumps } from './renamed-dumps.ts'

/** What has become of the labels of dumps that were renamed or moved. */
export interface Following {
  /** The documents that have labels now which were those of others. */
  readonly followed: readonly Followed[]
  /** Labels that could not be followed, as it is not clear where they belong or they could not be written. */
  readonly troubles: readonly Trouble[]
}

/** Lets the labels of dumps that were renamed or moved follow them, corpus by corpus. */
export class CorpusFollowing {
  readonly #events: EventHub
  readonly #log: (error: unknown) => void
  readonly #tasks = new SerialTasks()
  readonly #stop = new AbortController()
  /** By corpus. */
  readonly #hashes = new Map<string, KnownHashes>()

  constructor(events: EventHub, log: (error: unknown) => void) {
    this.#events = events
    this.#log = log
  }

  /**
   * Looks for labels whose dumps are gone, and gives them to the documents with the same content where there is no
   * doubt. `tell` is called while all that is true, before windows are told. Reads only dumps that may be those.
   * @param corpus with all its documents
   * @throws WinnowError if the labels cannot be listed
   */
  run(corpus: OpenCorpus, tell: (following: Following) => void): Promise<void> {
    return this.#tasks.run(() => this.#follow(corpus, tell))
  }

  /** Ends after the file that is being moved. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#tasks.idle()
  }

  async #follow(corpus: OpenCorpus, tell: (following: Following) => void): Promise<void> {
    const { folder, home, documents, source } = corpus
    const { signal } = this.#stop
    const lost = home.writable ? await lostLabels(home.path, folder.path, documents, signal) : []
    if (signal.aborted) return
    const hashes = this.#hashes.get(folder.id) ?? new Map()
    this.#hashes.set(folder.id, hashes)
    const found =
      lost.length === 0 ? new Map() : await new RenamedDumps(source, documents, hashes).find(lost, signal)
    if (signal.aborted) return
    const { clear, unclear } = newPlaces(await freePlaces(home.path, found))
    // Before the labels, by which it is known the next time should this be broken off.
    const workLists = clear.length === 0 ? [] : await followInWorkLists(home.path, placesOf(clear), this.#log)
    const { moved, troubles } = await this.#move(home.path, clear)
    const followed = [...placesOf(moved)].map(([from, to]) => ({ from, to }))
    tell({ followed, troubles: [...troubles, ...unclear.map(unclearTrouble)] })
    if (followed.length > 0)
      this.#events.emit('labels-followed', {
        corpus: folder.id,
        count: followed.length,
        followed: followed.slice(0, mostFollowed),
        workLists,
      })
  }

  async #move(
    home: string,
    places: readonly NewPlace[],
  ): Promise<{ moved: NewPlace[]; troubles: Trouble[] }> {
    const moved: NewPlace[] = []
    const troubles: Trouble[] = []
    for (const place of places) {
      await nextTurn()
      if (this.#stop.signal.aborted) break
      try {
        if (await followLabels(home, place)) moved.push(place)
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        troubles.push({
          file: place.labels.document,
          where: '',
          reason: say`The labels in ${place.labels.path} belong to “${place.to}” now, but could not follow it: ${error.message}`,
        })
      }
    }
    return { moved, troubles }
  }
}

/** Without the documents that have labels of the same annotator already. */
async function freePlaces(
  home: string,
  found: ReadonlyMap<LostLabels, readonly string[]>,
): Promise<Map<LostLabels, string[]>> {
  const free = new Map<LostLabels, string[]>()
  for (const [labels, documents] of found) {
    const candidates: string[] = []
    for (const to of documents) if (!(await isTaken(home, { labels, to }))) candidates.push(to)
    free.set(labels, candidates)
  }
  return free
}

/** The present id of each document by the one before; without those whose labels go to several. */
function placesOf(followed: readonly NewPlace[]): Map<string, string> {
  const places = new Map<string, string>()
  const several = new Set<string>()
  for (const { labels, to } of followed) {
    const known = places.get(labels.document)
    if (known !== undefined && known !== to) several.add(labels.document)
    places.set(labels.document, to)
  }
  for (const document of several) places.delete(document)
  return places
}

/** How many documents a sentence names. */
const mostNamed = 3

function unclearTrouble({ labels, candidates }: UnclearPlace): Trouble {
  const named = candidates.slice(0, mostNamed).map((id) => `“${id}”`)
  const others = candidates.length - named.length
  const list =
    others > 0
      ? say`${named.join(', ')} and ${others} more`
      : named.reduce((before, name) => say`${before} or ${name}`)
  return {
    file: labels.document,
    where: '',
    reason: say`The dump of the labels in ${labels.path} is gone, and it is not clear which of several with the same content it is now: ${list}. The labels are untouched. Rename the right one to “${labels.document}” to have them again.`,
  }
}
