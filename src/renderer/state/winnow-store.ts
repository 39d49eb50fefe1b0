import { createStore } from 'zustand/vanilla'
import type { Corpus, UnsettledDocument, Value } from '../../core/contract.ts'
import type { OpenWork } from './open-work.ts'
import type { SaveState } from './save-queue.ts'
import { SummaryBook } from './summary-book.ts'

/** What stands where the document's panes are. */
export type DocumentView =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly document: string }
  | { readonly kind: 'open'; readonly work: OpenWork }
  | { readonly kind: 'unsettled'; readonly document: string; readonly question: UnsettledDocument }
  | { readonly kind: 'failed'; readonly document: string; readonly message: string }

export type ListFilter = 'all' | 'to-do' | 'done'

/** A sentence shown for a while. `alert` ones stay until dismissed. */
export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'alert'
  readonly text: string
}

export interface WinnowState {
  readonly home: Value<'home'> | null
  /** Why nothing can be shown at all. */
  readonly fatal: string | null
  /** The sentence why the last folder did not open. */
  readonly welcomeTrouble: string | null
  readonly opening: boolean
  readonly corpus: Corpus | null
  readonly summaries: SummaryBook
  readonly view: DocumentView
  readonly listText: string
  readonly listFilter: ListFilter
  readonly dialog: 'help' | 'export' | null
  readonly notice: Notice | null
  readonly save: SaveState
}

export const createWinnowStore = () =>
  createStore<WinnowState>()(() => ({
    home: null,
    fatal: null,
    welcomeTrouble: null,
    opening: false,
    corpus: null,
    summaries: SummaryBook.empty(),
    view: { kind: 'none' },
    listText: '',
    listFilter: 'all',
    dialog: null,
    notice: null,
    save: { kind: 'saved' },
  }))

export type WinnowStore = ReturnType<typeof createWinnowStore>
