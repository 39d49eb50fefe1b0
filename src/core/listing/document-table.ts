import { naturalKey } from '../natural-order.ts'
import { type ReaderName, readsWholeFiles } from '../reader-name.ts'
import { siteOf } from '../site-of.ts'
import { type ListingChange, noChange } from './listing-change.ts'
import { RecordColumns, type RecordData } from './record-columns.ts'

/** A dump of the corpus: one document, or one for each of its records that was found so far. */
export interface ListedFile {
  /** Its path below the corpus with `/`. */
  readonly id: string
  readonly bytes: number
  readonly reader: ReaderName
  /** Changes when the file does. */
  readonly version: string
  /** Null where the file is one document. */
  readonly records: RecordColumns | null
  /** How many documents it is. */
  readonly documents: number
  /** Of a file that is one document, where it says so itself. */
  readonly site?: string | undefined
  readonly language?: string | undefined
  /** Of its content, where that was read; '' where it could not be. */
  readonly sha256?: string | undefined
}

/** What was found out of a file that is one document by reading it. */
export interface LearnedText {
  readonly file: string
  readonly version: string
  readonly sha256: string
  /** '' where it is not known. */
  readonly language: string
}

/** Where a document is: a file, or a row of its records. */
export interface DocumentPlace {
  readonly file: ListedFile
  /** Null where the file is the document. */
  readonly row: number | null
}

/** A table as it is handed to a thread. */
export interface TableData extends Pick<ListingChange, 'files' | 'facts'> {
  readonly records: { readonly file: string; readonly data: RecordData }[]
}

/**
 * All documents of a corpus in their order, each known by its index and by its id: the path of its file, followed by
 * `/` and its number where it is a record. A change gives a new table, which shares what stays the same.
 */
export class DocumentTable {
  readonly #files: readonly ListedFile[]
  /** By which the files are in order. */
  readonly #keys: readonly string[]
  readonly #byId: ReadonlyMap<string, number>
  /** The index of each file's first document, and at the end how many there are. */
  readonly #starts: Uint32Array

  static readonly empty = new DocumentTable([], [], new Map())

  private constructor(
    files: readonly ListedFile[],
    keys: readonly string[],
    byId: ReadonlyMap<string, number>,
  ) {
    this.#files = files
    this.#keys = keys
    this.#byId = byId
    this.#starts = new Uint32Array(files.length + 1)
    let start = 0
    for (const [index, file] of files.entries()) {
      this.#starts[index] = start
      start += file.documents
    }
    this.#starts[files.length] = start
  }

  static of({ files, facts, records }: TableData): DocumentTable {
    const listed = DocumentTable.empty.with({ ...noChange, files, facts })
    const known = new Map(records.map(({ file, data }) => [file, RecordColumns.of(data)]))
    const complete = listed.#files.map((file) => {
      const found = known.get(file.id)
      return found ? { ...file, records: found, documents: found.length } : file
    })
    return new DocumentTable(complete, listed.#keys, listed.#byId)
  }

  static #inOrder(files: readonly ListedFile[], keys: readonly string[]): DocumentTable {
    return new DocumentTable(files, keys, new Map(files.map((file, index) => [file.id, index])))
  }

  /** How many documents there are. */
  get size(): number {
    return this.#starts[this.#files.length] ?? 0
  }

  /** In their order. */
  get files(): readonly ListedFile[] {
    return this.#files
  }

  file(id: string): ListedFile | undefined {
    const index = this.#byId.get(id)
    return index === undefined ? undefined : this.#files[index]
  }

  has(id: string): boolean {
    return this.indexOf(id) !== -1
  }

  /** The index of the document with this id, or -1. */
  indexOf(id: string): number {
    const at = this.#find(id)
    return at ? (this.#starts[at.index] ?? 0) + (at.row ?? 0) : -1
  }

  /** Where the document with this id is; null if there is none. */
  placeOf(id: string): DocumentPlace | null {
    const at = this.#find(id)
    return at ? { file: at.file, row: at.row } : null
  }

  /** @throws RangeError where there is no such index */
  placeAt(index: number): DocumentPlace {
    let low = 0
    let high = this.#files.length - 1
    // The last file that begins at or before the index; files without documents come before it.
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    const file = this.#files[low]
    if (!file || index < 0 || index >= this.size) throw new RangeError(`there is no document ${index}`)
    return { file, row: file.records && index - (this.#starts[low] ?? 0) }
  }

  idAt(index: number): string {
    return documentId(this.placeAt(index))
  }

  /** How large the document is in its dump, in bytes. */
  bytesAt(index: number): number {
    const { file, row } = this.placeAt(index)
    return row === null ? file.bytes : (file.records?.bytesAt(row) ?? 0)
  }

  /** The site that the document belongs to, see {@link siteOf}. */
  siteAt(index: number): string {
    const { file, row } = this.placeAt(index)
    const known = row === null ? file.site : file.records?.siteAt(row)
    return known || siteOf(documentId({ file, row }))
  }

  /** As {@link siteAt}; what the id alone tells where there is no such document. */
  siteOf(id: string): string {
    const index = this.indexOf(id)
    return index === -1 ? siteOf(id) : this.siteAt(index)
  }

  /** The document's language as far as it is known, else ''. */
  languageAt(index: number): string {
    const { file, row } = this.placeAt(index)
    return (row === null ? file.language : file.records?.languageAt(row)) ?? ''
  }

  readerAt(index: number): ReaderName {
    return this.placeAt(index).file.reader
  }

  /** The ids of all documents, in their order. */
  *ids(): Generator<string> {
    for (const file of this.#files)
      if (file.records === null) yield file.id
      else for (let row = 0; row < file.documents; row++) yield documentId({ file, row })
  }

  /** How large all documents are, in bytes. */
  get bytes(): number {
    return this.#files.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** The table after a change; this one if nothing changes. */
  with({ files, facts, records, removed }: ListingChange): DocumentTable {
    let table: DocumentTable = this
    if (files.ids.length > 0 || removed.length > 0) table = table.#withFiles({ files, removed })
    if (facts.ids.length > 0 || records.length > 0) table = table.#withRows({ facts, records })
    return table
  }

  /**
   * Notes in this very table what was found out of files as they are listed, and returns those files as they are now. No
   * document comes, goes or moves by it, so that whoever goes by the identity of a table need not begin anew.
   */
  learn(texts: readonly LearnedText[]): ListedFile[] {
    return texts.flatMap(({ file: id, version, sha256, language }) => {
      const file = this.file(id)
      if (file?.version !== version || file.records !== null) return []
      return [Object.assign(file, { sha256, language: language || undefined })]
    })
  }

  /** A copy for a thread of its own. */
  data(): TableData {
    return dataOf(this.#files, ({ records, documents }) => records?.data(0, documents) ?? null)
  }

  /** A copy with nothing but one document; without any if there is no such document. */
  dataOf(document: string): TableData {
    const place = this.placeOf(document)
    const row = place?.row ?? null
    return dataOf(place ? [place.file] : [], ({ records }) =>
      row === null ? null : (records?.data(row, row + 1) ?? null),
    )
  }

  #find(id: string): { index: number; file: ListedFile; row: number | null } | null {
    const index = this.#byId.get(id)
    const file = index === undefined ? undefined : this.#files[index]
    if (index !== undefined && file) return file.records === null ? { index, file, row: null } : null
    const end = id.lastIndexOf('/')
    const holder = this.#byId.get(id.slice(0, Math.max(0, end)))
    const dump = holder === undefined ? undefined : this.#files[holder]
    const number = id.slice(end + 1)
    if (holder === undefined || !dump?.records || !/^[1-9]\d{0,9}$/.test(number)) return null
    const row = dump.records.rowOf(Number(number))
    return row === -1 || row >= dump.documents ? null : { index: holder, file: dump, row }
  }

  /** Merges the files that are new or other than before into the order. */
  #withFiles({ files, removed }: Pick<ListingChange, 'files' | 'removed'>): DocumentTable {
    const gone = new Set(removed)
    const added: (readonly [string, ListedFile])[] = []
    for (const [at, id] of files.ids.entries()) {
      const reader = files.readers[at] ?? 'text'
      const whole = readsWholeFiles(reader)
      const file: ListedFile = {
        id,
        bytes: files.bytes[at] ?? 0,
        reader,
        version: files.versions[at] ?? '',
        records: whole ? null : new RecordColumns(),
        documents: whole ? 1 : 0,
      }
      added.push([naturalKey(id), file])
      gone.add(id)
    }
    added.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const merged: ListedFile[] = []
    const keys: string[] = []
    let next = 0
    const take = (limit: string | null): void => {
      for (let pair = added[next]; pair && (limit === null || pair[0] < limit); pair = added[++next]) {
        keys.push(pair[0])
        merged.push(pair[1])
      }
    }
    for (const [at, file] of this.#files.entries()) {
      if (gone.has(file.id)) continue
      const key = this.#keys[at] ?? ''
      take(key)
      keys.push(key)
      merged.push(file)
    }
    take(null)
    return DocumentTable.#inOrder(merged, keys)
  }

  /** What was found out about files that are listed; what is about another version of a file does not count. */
  #withRows({ facts, records }: Pick<ListingChange, 'facts' | 'records'>): DocumentTable {
    const files = [...this.#files]
    for (const { file: id, version, from, rows } of records) {
      const index = this.#byId.get(id)
      const file = index === undefined ? undefined : files[index]
      if (index === undefined || !file?.records || file.version !== version) continue
      if (from !== file.documents) continue
      // An older table may have been given these rows already, as records are shared.
      if (file.records.length === from) file.records.append(rows)
      files[index] = { ...file, documents: from + rows.numbers.length }
    }
    for (const [at, id] of facts.ids.entries()) {
      const index = this.#byId.get(id)
      const file = index === undefined ? undefined : files[index]
      if (index === undefined || !file) continue
      files[index] = {
        ...file,
        site: facts.sites[at] || undefined,
        language: facts.languages[at] || undefined,
      }
    }
    return new DocumentTable(files, this.#keys, this.#byId)
  }
}

function dataOf(files: readonly ListedFile[], records: (file: ListedFile) => RecordData | null): TableData {
  return {
    files: {
      ids: files.map(({ id }) => id),
      bytes: files.map(({ bytes }) => bytes),
      readers: files.map(({ reader }) => reader),
      versions: files.map(({ version }) => version),
    },
    facts: factsOf(files),
    records: files.flatMap((file) => {
      const data = records(file)
      return data ? [{ file: file.id, data }] : []
    }),
  }
}

/** What files that are one document are known to say of themselves. */
export function factsOf(files: readonly ListedFile[]): ListingChange['facts'] {
  const telling = files.filter(({ site, language }) => site !== undefined || language !== undefined)
  return {
    ids: telling.map(({ id }) => id),
    sites: telling.map(({ site }) => site ?? ''),
    languages: telling.map(({ language }) => language ?? ''),
  }
}

/** The id of the document at a place. */
export const documentId = ({ file, row }: DocumentPlace): string =>
  row === null ? file.id : `${file.id}/${file.records?.numberAt(row) ?? 0}`
