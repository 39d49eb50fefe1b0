import type { Status } from '../../core/annotation.ts'
import {
  mostSample,
  mostSeed,
  strataKinds,
  type WorkListChoice,
} from '../../core/work-list/work-list-choice.ts'

/** The states that a work list can be kept to, as the list of documents names them too. */
export const draftStates = {
  'to-do': ['new', 'in-progress'],
  new: ['new'],
  'in-progress': ['in-progress'],
  done: ['done'],
  skipped: ['skipped'],
  flagged: ['flagged-not-article', 'flagged-unsure', 'flagged-broken-text'],
} as const satisfies Record<string, readonly Status[]>

export type DraftState = keyof typeof draftStates

/** By what a sample can be stratified. */
export const draftStrata = [...strataKinds, 'column'] as const

/** What is typed and chosen in the form of a new work list; fields for numbers as they are typed. */
export interface WorkListDraft {
  readonly name: string
  /** Null: all documents. */
  readonly ids: readonly string[] | null
  readonly text: string
  readonly sites: string
  readonly languages: string
  readonly state: DraftState | null
  readonly smallest: string
  readonly largest: string
  readonly sampled: boolean
  readonly size: string
  readonly by: (typeof draftStrata)[number] | null
  /** For `column`. */
  readonly column: string
  readonly seed: string
}

export const emptyDraft: WorkListDraft = {
  name: '',
  ids: null,
  text: '',
  sites: '',
  languages: '',
  state: null,
  smallest: '',
  largest: '',
  sampled: true,
  size: '100',
  by: null,
  column: '',
  seed: '1',
}

/** What the draft asks for; null where a number in it is none. */
export function choiceOf(draft: WorkListDraft): WorkListChoice | null {
  const sites = listed(draft.sites)
  const languages = listed(draft.languages)
  const column = draft.column.trim()
  const smallest = kibibytes(draft.smallest)
  const largest = kibibytes(draft.largest)
  const size = whole(draft.size, 1, mostSample)
  const seed = whole(draft.seed, 0, mostSeed)
  if (smallest === null || largest === null) return null
  if (draft.sampled && (size === null || seed === null || (draft.by === 'column' && column === '')))
    return null
  return {
    filter: {
      ...(draft.text.trim() && { text: draft.text.trim() }),
      ...(sites.length > 0 && { sites }),
      ...(languages.length > 0 && { languages }),
      ...(draft.state && { statuses: [...draftStates[draft.state]] }),
      ...(smallest !== undefined && { smallest }),
      ...(largest !== undefined && { largest }),
    },
    sample:
      draft.sampled && size !== null && seed !== null
        ? { size, seed, by: draft.by === 'column' ? { column } : draft.by }
        : null,
  }
}

const listed = (typed: string): string[] => typed.split(',').flatMap((name) => name.trim() || [])

function whole(typed: string, least: number, most: number): number | null {
  const number = Number(typed)
  return /^\d+$/.test(typed.trim()) && number >= least && number <= most ? number : null
}

/** In bytes; undefined where nothing is typed, null where that is no number. */
function kibibytes(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined
  const number = whole(typed, 0, 1e9)
  return number === null ? null : number * 1024
}
