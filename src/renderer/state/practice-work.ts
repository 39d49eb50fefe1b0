/** Where someone is on the practice page. */
export interface PracticeWork {
  /** The label given to each segment, null where none is yet. */
  readonly given: readonly (string | null)[]
  readonly current: number
  /** The segment that feedback is shown for, if any. */
  readonly told: number | null
  readonly before: PracticeWork | null
}

export type PracticeStep =
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'clear' | 'undo' | 'next-unlabelled' | 'again' }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'go'; readonly to: number }

/** The beginning on a page of so many segments. */
export const startPractice = (segments: number): PracticeWork => ({
  given: Array<string | null>(segments).fill(null),
  current: 0,
  told: null,
  before: null,
})

/** The work after `step`. A label moves on to the next segment, as in the workspace. */
export function practised(work: PracticeWork, step: PracticeStep): PracticeWork {
  const last = work.given.length - 1
  // Going to a labelled segment shows its feedback again.
  const at = (index: number): PracticeWork => {
    const current = Math.max(0, Math.min(index, last))
    return { ...work, current, told: work.given[current] == null ? work.told : current }
  }
  const give = (label: string | null): PracticeWork => ({
    given: work.given.map((given, index) => (index === work.current ? label : given)),
    current: label === null ? work.current : Math.min(work.current + 1, last),
    told: label === null ? null : work.current,
    before: work,
  })
  switch (step.kind) {
    case 'label':
      return give(step.label)
    case 'clear':
      return give(null)
    case 'undo':
      return work.before ?? work
    case 'again':
      return startPractice(work.given.length)
    case 'move':
      return at(work.current + step.by)
    case 'go':
      return at(step.to)
    case 'next-unlabelled': {
      const next = work.given.findIndex((label, index) => label === null && index > work.current)
      const first = work.given.indexOf(null)
      return next !== -1 ? at(next) : first !== -1 ? at(first) : work
    }
  }
}
