import type { DumpFacts } from '../../core/labels-file.ts'
import type { DocumentTable, ListedFile } from '../../core/listing/document-table.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { DocumentSource } from '../document-source.ts'

/** A document as it was labelled: under which id, and what its dump was. */
export interface LabelledDump {
  readonly document: string
  readonly dump: Pick<DumpFacts, 'sha256' | 'bytes'>
}

/** The SHA-256 of documents by their ids and the versions of their files; null for those that cannot be read. */
export type KnownHashes = Map<string, string | null>

/** After how many records of a container none of which is found anywhere the rest is not looked for. */
const enoughMissed = 3

/** Finds dumps by their content that were renamed or moved since they were labelled. Reads only what may be one. */
export class RenamedDumps {
  readonly #source: DocumentSource
  readonly #hashes: KnownHashes
  /** The files that are one document each, by their size: only those of the same size are read. */
  readonly #bySize = new Map<number, ListedFile[]>()
  /** The files that hold records. */
  readonly #containers: ListedFile[] = []

  /** @param hashes what is found out is kept there, so that it need not be read again the next time */
  constructor(source: DocumentSource, documents: DocumentTable, hashes: KnownHashes = new Map()) {
    this.#source = source
    this.#hashes = hashes
    for (const file of documents.files) {
      if (file.records !== null) {
        this.#containers.push(file)
        continue
      }
      const known = this.#bySize.get(file.bytes)
      if (known) known.push(file)
      else this.#bySize.set(file.bytes, [file])
    }
  }

  /**
   * For each of `gone`, the documents whose content is what was labelled, sorted. A record keeps its number, and all
   * records of a container that was renamed are looked for in the same ones. Not to be used once `signal` is aborted.
   */
  async find<T extends LabelledDump>(gone: readonly T[], signal?: AbortSignal): Promise<Map<T, string[]>> {
    const found = new Map<T, string[]>()
    const records = new Map<string, { one: T; number: number }[]>()
    for (const one of gone) {
      if (signal?.aborted) break
      const same = await this.#files(one)
      if (same.length > 0) found.set(one, same)
      const place = recordPlace(one.document)
      if (!place || same.length > 0) continue
      const siblings = records.get(place.container)
      if (siblings) siblings.push({ one, number: place.number })
      else records.set(place.container, [{ one, number: place.number }])
    }
    for (const siblings of records.values())
      for (const [one, ids] of await this.#records(siblings, signal)) found.set(one, ids)
    return found
  }

  async #files({ dump }: LabelledDump): Promise<string[]> {
    const same: string[] = []
    for (const { id, version, sha256 } of this.#bySize.get(dump.bytes) ?? [])
      if ((sha256 || (await this.#hashOf(id, version))) === dump.sha256) same.push(id)
    return same.sort()
  }

  /** The records of one container, in those containers that have all of them that are to be found. */
  async #records<T extends LabelledDump>(
    siblings: readonly { readonly one: T; readonly number: number }[],
    signal: AbortSignal | undefined,
  ): Promise<Map<T, string[]>> {
    let containers: readonly ListedFile[] = this.#containers
    const matched: { one: T; number: number }[] = []
    for (const [at, { one, number }] of siblings.entries()) {
      if (matched.length === 0 && at >= enoughMissed) break
      const having: ListedFile[] = []
      if (signal?.aborted) break
      for (const file of containers) {
        if (file.records === null || file.records.rowOf(number) === -1) continue
        if ((await this.#hashOf(`${file.id}/${number}`, file.version)) === one.dump.sha256) having.push(file)
      }
      if (having.length === 0) continue
      containers = having
      matched.push({ one, number })
    }
    return new Map(
      matched.map(({ one, number }) => [one, containers.map(({ id }) => `${id}/${number}`).sort()]),
    )
  }

  async #hashOf(id: string, version: string): Promise<string | null> {
    const key = `${version} ${id}`
    const known = this.#hashes.get(key)
    if (known !== undefined) return known
    const hash = await this.#read(id)
    this.#hashes.set(key, hash)
    return hash
  }

  async #read(id: string): Promise<string | null> {
    try {
      return (await this.#source.read(id)).sha256
    } catch (error) {
      // One that cannot be read cannot be told to be it.
      if (error instanceof WinnowError) return null
      throw error
    }
  }
}

/** Where the document was, if it was a record: in which container, and its number there. */
function recordPlace(document: string): { container: string; number: number } | null {
  const place = /^(.+)\/([1-9]\d{0,9})$/.exec(document)
  return place?.[1] === undefined ? null : { container: place[1], number: Number(place[2]) }
}
