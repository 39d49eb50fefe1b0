import type { EventPayload } from '../../core/contract.ts'
import type { Listing, ListingState } from '../../core/contract-listing.ts'
import { DocumentTable } from '../../core/listing/document-table.ts'

/** What the store keeps of a listing. */
export interface Listed {
  readonly documents: DocumentTable
  readonly listingState: ListingState
}

/** Keeps the window's documents as the service tells of them, each change once and in order. */
export class ListingFollower {
  /** What was told since a corpus is being opened and may not be in the reply; null while none is. */
  #early: EventPayload<'listing'>[] | null = null
  #sequence = 0

  /** A corpus is being opened: what is told from now on is kept until the reply is here. */
  await(): void {
    this.#early = []
  }

  /** It was not opened after all; whoever was open before has to be opened anew to catch up. */
  cancel(): void {
    this.#early = null
  }

  keep(listing: EventPayload<'listing'>): void {
    this.#early?.push(listing)
  }

  /** The documents as the reply has them, with what was told since. */
  begin(listing: Listing, corpus: string): Listed {
    this.#sequence = listing.sequence
    const early = this.#early ?? []
    this.#early = null
    let listed: Listed = { documents: DocumentTable.empty.with(listing.change), listingState: listing.state }
    for (const told of early)
      if (told.corpus === corpus) listed = this.follow(listed.documents, told) ?? listed
    return listed
  }

  /** The documents after what was told; null where that is known already, or a corpus is being opened. */
  follow(documents: DocumentTable, { sequence, change, state }: EventPayload<'listing'>): Listed | null {
    if (this.#early || sequence <= this.#sequence) return null
    this.#sequence = sequence
    return { documents: documents.with(change), listingState: state }
  }
}
