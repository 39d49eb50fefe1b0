import { partsFrom } from '../../core/suggestions/document-parts.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { refreshLearnOrder } from './learn-order.ts'
import { onceIdle } from './once-idle.ts'
import { openWork } from './perform.ts'
import { noSuggestions, SuggestionBook } from './suggestion-book.ts'
import { showSuggestionSettings } from './suggestion-settings.ts'

/** For how long cuts, and news of the model, must rest before suggestions are asked for anew, in ms. */
const restOf = 120

/** On what the suggestions for a document depend, apart from the model. */
interface Subject {
  readonly document: string
  readonly text: string
  readonly labels: string
  readonly cuts: number
}

/**
 * Keeps the suggestions for the open document in the store: asks for them part by part when it is opened or the model
 * has learned, and for the parts that were cut otherwise; never while the window waits to show what a key did. Until
 * new ones come the old ones stay.
 * Returns the function that ends this.
 */
export function followSuggestions(
  controller: Pick<Controller, 'store' | 'invoke' | 'subscribe' | 'notify'>,
): () => void {
  const { store } = controller
  let subject: Subject | null = null
  /** Whether the service has them switched on; it may know of a change a moment later than this window. */
  let serves = store.getState().corpus?.suggestions.on ?? false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Whose suggestions the service gives. */
  let source = store.getState().corpus?.suggestions.source ?? null
  /** Grows with each time of asking, so that an earlier one ends. */
  let asked = 0
  /** Grows whenever all parts have to be asked for, as what came before is of an earlier model. */
  let round = 0

  const ask = (after: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), after)
  }
  const drop = (): void => {
    clearTimeout(timer)
    asked++
    if (store.getState().suggestions !== noSuggestions) store.setState({ suggestions: noSuggestions })
  }

  const load = async (): Promise<void> => {
    const { corpus } = store.getState()
    const work = openWork(controller)
    if (!corpus || !work) return
    const mine = ++asked
    const mineRound = round
    const { document, text } = work
    const { segments } = work.annotation
    // Nobody waits for what is out of sight, or only newer.
    let awaited = !store.getState().suggestions.isOf(text)
    for (const { from, first, end, to } of partsFrom(segments.length, work.current)) {
      if (!awaited) await onceIdle()
      awaited = false
      if (mine !== asked) return
      const present = store.getState().suggestions
      const part = segments.slice(first, end)
      if (part.every((segment) => present.isOfRound(text, segment, mineRound))) continue
      const bounds = segments.slice(from, to).flatMap((segment) => [segment.start, segment.end])
      const asking = { first: first - from, count: end - first }
      const request = { corpus: corpus.folder.id, document, bounds, ...asking }
      const reply = await controller.invoke('suggestDocument', request)
      // What came for another subject than the present one was dropped with it.
      if (subject?.document !== document || subject.text !== text) return
      if (!reply.ok) {
        if (mine === asked) controller.notify('info', i18n.t('suggestion.none-come', { why: reply.message }))
        return
      }
      const { suggestions } = reply.value
      // The label set may have changed while the model still knows another one.
      const known = new Set(store.getState().corpus?.labelSet.labels.map(({ name }) => name))
      const fitting = suggestions.map((each) => (each && known.has(each.label) ? each : null))
      store.setState(({ suggestions: before }) => ({
        suggestions: (before.isOf(text) ? before : SuggestionBook.of(text)).with(
          bounds,
          asking.first,
          fitting,
          mineRound,
        ),
      }))
    }
  }

  const look = (): void => {
    const { corpus, view } = store.getState()
    const before = subject
    const work = view.kind === 'open' ? view.work : null
    if (!corpus?.suggestions.on || !work) {
      subject = null
      if (before) drop()
      return
    }
    const { document, text, cuts } = work
    const labels = corpus.labelSet.labels.map(({ name }) => name).join('\n')
    if (before?.document === document && before.text === text && before.labels === labels) {
      // With this very string, as two of 20 MB that say the same are compared character by character, with every key.
      subject = { ...before, text, cuts }
      if (before.cuts === cuts) return
      ask(restOf)
      return
    }
    drop()
    subject = { document, text, labels, cuts }
    if (serves) ask(0)
    void refreshLearnOrder(controller)
  }

  const endStore = store.subscribe((state, before) => {
    if (state.view !== before.view || state.corpus !== before.corpus) look()
  })
  const endEvents = controller.subscribe((event) => {
    const { corpus } = store.getState()
    if (event.name === 'model-learned') {
      if (event.payload.corpus !== corpus?.folder.id) return
      round++
      if (subject) ask(restOf)
    } else if (event.name === 'suggestion-settings') {
      const { corpus: folder, ...settings } = event.payload
      if (folder !== corpus?.folder.id) return
      const before = serves
      serves = settings.on
      showSuggestionSettings(controller, folder, settings)
      // Those of another model, or of one whose suggestions have just been imported.
      const other = settings.source !== source || settings.source !== null
      source = settings.source
      if (other) round++
      if (serves && (!before || other) && subject) ask(0)
    } else if (event.name === 'suggestion-trouble' && event.payload.corpus === corpus?.folder.id)
      controller.notify('alert', event.payload.message)
  })
  look()
  return () => {
    endStore()
    endEvents()
    drop()
  }
}
