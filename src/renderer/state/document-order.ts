import type { DocumentTable } from '../../core/listing/document-table.ts'
import type { SiteGroup } from '../../core/listing/site-groups.ts'

/** Documents of a table in some order, by their indexes, so that a million of them take four megabytes. */
export class DocumentOrder {
  readonly table: DocumentTable
  /** Null where it is all documents in the table's own order. */
  readonly #indexes: Int32Array | null
  /** The sites by which they are grouped; null where they are not. */
  readonly groups: readonly SiteGroup[] | null

  constructor(table: DocumentTable, indexes: Int32Array | null, groups: readonly SiteGroup[] | null = null) {
    this.table = table
    this.#indexes = indexes
    this.groups = groups
  }

  get length(): number {
    return this.#indexes?.length ?? this.table.size
  }

  /** The index in the table of the document at this place; undefined where there is none. */
  indexAt(place: number): number | undefined {
    if (this.#indexes) return this.#indexes[place]
    return place >= 0 && place < this.table.size ? place : undefined
  }

  /** The id of the document at this place; undefined where there is none. */
  idAt(place: number): string | undefined {
    const index = this.indexAt(place)
    return index === undefined ? undefined : this.table.idAt(index)
  }

  /** The place of the document with this id, or -1. */
  placeOf(id: string): number {
    const index = this.table.indexOf(id)
    return this.#indexes && index !== -1 ? this.#indexes.indexOf(index) : index
  }

  ids(): string[] {
    return Array.from({ length: this.length }, (_, place) => this.idAt(place) ?? '')
  }
}
