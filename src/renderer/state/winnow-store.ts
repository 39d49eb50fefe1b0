import { createStore } from 'zustand/vanilla'
import type { CommandId } from '../../core/commands.ts'
import type { Corpus, UnsettledDocument, Value } from '../../core/contract.ts'
import type { ListingState } from '../../core/contract-listing.ts'
import type { LabelCopy } from '../../core/contract-merging.ts'
import { DocumentTable } from '../../core/listing/document-table.ts'
import { defaultPreferences, type Preferences } from '../../core/preferences.ts'
import { noQuery, type SearchQuery } from '../../core/search/find.ts'
import type { AskedRepeats } from './ask-repeats.ts'
import { type CorpusSearch, noCorpusSearch } from './corpus-search.ts'
import type { KnownDetails, SourceView } from './document-details.ts'
import type { ListSort } from './document-list.ts'
import type { FindInDocument } from './find-in-document.ts'
import type { LearnOrder } from './learn-order.ts'
import type { CorpusReading, LineRepeats } from './line-repeats.ts'
import type { ListColumn } from './list-column.ts'
import type { ListFilter } from './list-filter.ts'
import type { MergeQuestion } from './merging.ts'
import type { OpenWork } from './open-work.ts'
import type { PropagationJob } from './propagation.ts'
import type { Recovery } from './recovery.ts'
import { noRepeatedLines, type RepeatedLines } from './repeated-lines.ts'
import type { Review } from './review.ts'
import type { SaveState } from './save-queue.ts'
import { noSuggestions, type SuggestionBook } from './suggestion-book.ts'
import { SummaryBook } from './summary-book.ts'
import type { WorkList } from './work-list.ts'

/** What stands where the document's panes are. */
export type DocumentView =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly document: string }
  | { readonly kind: 'open'; readonly work: OpenWork }
  | { readonly kind: 'unsettled'; readonly document: string; readonly question: UnsettledDocument }
  | { readonly kind: 'failed'; readonly document: string; readonly message: string }

/** The dialogs, of which one at most is open. */
export type DialogName =
  | 'help'
  | 'export'
  | 'import'
  | 'undo-import'
  | 'recovery'
  | 'earlier-versions'
  | 'restore-day'
  | 'delete-labels'
  | 'trash'
  | 'flag'
  | 'list-options'
  | 'work-lists'
  | 'search'
  | 'label-set'
  | 'repeats'
  | 'repeated-lines'
  | 'propagating'
  | 'review'
  | 'segmentation'
  | 'troubles'
  | 'reading'
  | 'palette'
  | 'settings'
  | 'change-keys'
  | 'merge'
  | 'copies'
  | 'take-over'

/** A sentence shown for a while. `alert` ones stay until dismissed. */
export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'alert'
  readonly text: string
  /** A command that the sentence offers. */
  readonly action: CommandId | null
}

export interface WinnowState {
  readonly home: Value<'home'> | null
  readonly preferences: Preferences
  /** Why nothing can be shown at all. */
  readonly fatal: string | null
  /** The sentence why the last folder did not open. */
  readonly welcomeTrouble: string | null
  readonly opening: boolean
  readonly corpus: Corpus | null
  /** The documents of the corpus as far as they are found. */
  readonly documents: DocumentTable
  readonly listingState: ListingState
  readonly summaries: SummaryBook
  readonly view: DocumentView
  /** What is suggested in the open document. */
  readonly suggestions: SuggestionBook
  /** What is known of the open document beside its text; null until that was told. */
  readonly documentDetails: KnownDetails | null
  /** Whether the raw pane shows the HTML of documents that were made of it. */
  readonly showSource: boolean
  /** The HTML of the open document; null where it was made of none or nobody asked for it. */
  readonly sourceView: SourceView | null
  /** The documents that the annotator works on; null: all. */
  readonly workList: WorkList | null
  readonly listText: string
  readonly listFilter: ListFilter
  readonly listSort: ListSort
  /** The column that the list can be filtered and sorted by; null while none is chosen. */
  readonly listColumn: ListColumn | null
  /** Which cells of that column the list shows; empty: all. */
  readonly listColumnText: string
  /** Whether the list is grouped by site. */
  readonly listGrouped: boolean
  /** The sites whose documents a grouped list does not show. */
  readonly closedSites: ReadonlySet<string>
  /** Null while nobody has asked for it. */
  readonly learnOrder: LearnOrder | null
  /** Whether a command asked for the note, which then takes the focus. */
  readonly noteAsked: boolean
  /** The label given last, for repeating it. */
  readonly lastLabel: string | null
  readonly dialog: DialogName | null
  /** Whether the guidelines stand beside the document. */
  readonly guidelines: boolean
  /** Whether the practice page is shown instead of everything else. */
  readonly practice: boolean
  /** The search in the open document; null while its bar is not shown. */
  readonly find: FindInDocument | null
  /** What was searched for when the bar was last closed. */
  readonly lastFind: SearchQuery
  /** Whether a command asked for the search bar, which then takes the focus. */
  readonly findAsked: boolean
  readonly corpusSearch: CorpusSearch
  /** On how many documents the lines of the open document stand; null while that is not known. */
  readonly lineRepeats: LineRepeats | null
  /** How far the corpus was read for that; null once it was, and before it is told. */
  readonly corpusReading: CorpusReading | null
  readonly askedRepeats: AskedRepeats | null
  readonly repeatedLines: RepeatedLines
  readonly propagationJob: PropagationJob | null
  /** The propagations of this session that can be taken back, the last one last. */
  readonly propagations: readonly string[]
  /** Null while nobody has asked for it. */
  readonly review: Review | null
  /** Labels that could not be saved; null while nobody has asked for them. */
  readonly recovery: Recovery | null
  /** Two versions of labels that the annotator is asked about. */
  readonly merge: MergeQuestion | null
  /** The copies of labels files that programs which synchronise folders have left. */
  readonly labelCopies: readonly LabelCopy[]
  readonly notice: Notice | null
  readonly save: SaveState
}

/** What a corpus begins with: nothing chosen, found or asked yet. */
export const newCorpusState = {
  view: { kind: 'none' },
  workList: null,
  listText: '',
  listFilter: 'all',
  listSort: { by: 'name', reversed: false },
  listColumn: null,
  listColumnText: '',
  listGrouped: false,
  closedSites: new Set(),
  learnOrder: null,
  find: null,
  corpusSearch: noCorpusSearch,
  repeatedLines: noRepeatedLines,
  propagations: [],
  review: null,
  recovery: null,
} as const satisfies Partial<WinnowState>

export const createWinnowStore = () =>
  createStore<WinnowState>()(() => ({
    ...newCorpusState,
    home: null,
    preferences: defaultPreferences,
    fatal: null,
    welcomeTrouble: null,
    opening: false,
    corpus: null,
    documents: DocumentTable.empty,
    listingState: { phase: 'complete', done: 0, total: 0, troubles: 0 },
    summaries: SummaryBook.empty(),
    suggestions: noSuggestions,
    documentDetails: null,
    showSource: false,
    sourceView: null,
    noteAsked: false,
    lastLabel: null,
    dialog: null,
    guidelines: false,
    practice: false,
    lastFind: noQuery,
    findAsked: false,
    lineRepeats: null,
    corpusReading: null,
    askedRepeats: null,
    propagationJob: null,
    merge: null,
    labelCopies: [],
    notice: null,
    save: { kind: 'saved' },
  }))

export type WinnowStore = ReturnType<typeof createWinnowStore>
