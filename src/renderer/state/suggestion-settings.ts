import type { SuggestionSettings } from '../../core/suggestions/suggestion-settings.ts'
import type { Controller } from './controller.ts'

/** The thresholds that keys step through, and the bounds of all. */
export const thresholds = { least: 0.5, most: 0.99, step: 0.05 }

/** What of the controller is needed to change settings. */
type Settings = Pick<Controller, 'store' | 'invoke' | 'notify'>

/** What this window has to do with the settings of a corpus that no other one knows yet. */
interface Unsaved {
  readonly corpus: string
  /** What waits for the save that is under way. */
  next: Partial<SuggestionSettings> | null
  saving: boolean
  /** What was sent, of which this window will be told as all are. */
  readonly sent: SuggestionSettings[]
}

const unsaved = new WeakMap<Settings, Unsaved>()

function unsavedOf(controller: Settings, corpus: string): Unsaved {
  const known = unsaved.get(controller)
  if (known?.corpus === corpus) return known
  const none: Unsaved = { corpus, next: null, saving: false, sent: [] }
  unsaved.set(controller, none)
  return none
}

/** Shows changed settings at once and keeps them with the corpus, for all windows. */
export function changeSuggestionSettings(controller: Settings, change: Partial<SuggestionSettings>): void {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  apply(controller, change)
  const mine = unsavedOf(controller, corpus.folder.id)
  mine.next = { ...mine.next, ...change }
  if (!mine.saving) void save(controller, mine)
}

/** Saves one change after the other; of those that come in meanwhile, as while a slider is moved, what they come to. */
async function save(controller: Settings, mine: Unsaved): Promise<void> {
  mine.saving = true
  while (mine.next) {
    const { next } = mine
    mine.next = null
    const shown = controller.store.getState().corpus
    if (shown?.folder.id === mine.corpus) mine.sent.push(shown.suggestions)
    const reply = await controller.invoke('setSuggestions', { corpus: mine.corpus, ...next })
    if (!reply.ok) controller.notify('alert', reply.message)
  }
  mine.saving = false
}

/** Shows what another window changed, unless this one is changing it too. */
export function showSuggestionSettings(
  controller: Settings,
  corpus: string,
  settings: SuggestionSettings,
): void {
  if (controller.store.getState().corpus?.folder.id !== corpus) return
  const mine = unsavedOf(controller, corpus)
  const own = mine.sent.findIndex((sent) => sameSettings(sent, settings))
  // Events come by another way than replies: what this window sent may come back after it has gone on.
  if (own !== -1) mine.sent.splice(0, own + 1)
  else if (!mine.saving) apply(controller, settings)
}

const sameSettings = (a: SuggestionSettings, b: SuggestionSettings): boolean =>
  a.on === b.on && a.threshold === b.threshold && a.source === b.source

function apply(controller: Settings, change: Partial<SuggestionSettings>): void {
  controller.store.setState(({ corpus }) =>
    corpus ? { corpus: { ...corpus, suggestions: { ...corpus.suggestions, ...change } } } : {},
  )
}

/** The next threshold above (-1: below) `from` that keys step to. */
export function steppedThreshold(from: number, direction: 1 | -1): number {
  const { least, most, step } = thresholds
  // In whole steps and hundredths, as sums of 0.05 are never quite what they should be.
  const steps = direction === 1 ? Math.floor(from / step + 1.001) : Math.ceil(from / step - 1.001)
  return Math.max(least, Math.min(most, Math.round(steps * step * 100) / 100))
}
