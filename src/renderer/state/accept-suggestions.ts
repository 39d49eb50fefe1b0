import type { CommandId } from '../../core/commands.ts'
import {
  acceptEdits,
  reaches,
  type SuggestionAt,
  suggestedRun,
  sureIndices,
} from '../../core/suggestions/accept.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { i18n } from '../messages/i18n.ts'
import { commandHint } from './command-hint.ts'
import type { Controller } from './controller.ts'
import { moveTo } from './move-to.ts'
import { findUnlabelled, type OpenWork, selectedIndices } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'
import type { SuggestionBook } from './suggestion-book.ts'
import { changeSuggestionSettings, steppedThreshold } from './suggestion-settings.ts'

/** What `book` suggests for the segments of `work`. */
export const suggestionAt =
  (work: OpenWork, book: SuggestionBook): SuggestionAt =>
  (index) => {
    const segment = work.annotation.segments[index]
    return segment ? book.get(work.text, segment) : null
  }

interface Given {
  readonly work: OpenWork
  readonly at: SuggestionAt
  readonly threshold: number
}

/** The open document and what is suggested in it; null where nothing can be accepted, which the annotator is told. */
function given(controller: Controller): Given | null {
  const { corpus, suggestions } = controller.store.getState()
  const work = openWork(controller)
  if (!work || !corpus || !mayLabel(controller)) return null
  if (!corpus.suggestions.on) {
    const key = commandHint(controller, 'toggle-suggestions')
    controller.notify('info', i18n.t('suggestion.are-off', { key }))
    return null
  }
  return { work, at: suggestionAt(work, suggestions), threshold: corpus.suggestions.threshold }
}

/** Gives the selected segments what is suggested for each, and goes to the next one without a label. */
function acceptSelection(controller: Controller): void {
  const found = given(controller)
  if (!found) return
  const { work, at } = found
  const indices = selectedIndices(work)
  const edits = acceptEdits(work.annotation, indices, at)
  if (edits.length === 0) sayNothingSuggested(controller, work)
  else {
    perform(controller, edits)
    goOn(controller, indices.at(-1) ?? work.current)
  }
}

/** Accepts for the current segment and its neighbours with the same suggestion, as one step, and goes on. */
function acceptRun(controller: Controller): void {
  const found = given(controller)
  if (!found) return
  const { work, at, threshold } = found
  const run = suggestedRun(at, work.current)
  const label = at(work.current)?.label
  const last = run.at(-1)
  if (label === undefined || last === undefined) {
    sayNothingSuggested(controller, work)
    return
  }
  const unsure = run.filter((index) => !isSure(at, index, threshold)).length
  perform(controller, acceptEdits(work.annotation, run, at))
  goOn(controller, last)
  const undo = commandHint(controller, 'undo')
  const sentences = [i18n.t('suggestion.accepted-run', { count: run.length, label, undo })]
  if (unsure > 0)
    sentences.push(
      i18n.t('suggestion.of-them-unsure', { count: unsure, threshold: formatPercent(threshold) }),
    )
  controller.notify('info', sentences.join(' '))
}

/** Accepts all that reaches the threshold, as one step, and goes to the first segment that is left. */
function acceptDocument(controller: Controller): void {
  const found = given(controller)
  if (!found) return
  const { work, at, threshold } = found
  const sure = sureIndices(work.annotation.segments.length, at, threshold)
  const percent = formatPercent(threshold)
  const coming = stillComing(controller, work)
  if (sure.length === 0) {
    const lower = commandHint(controller, 'lower-threshold')
    const none = i18n.t('suggestion.none-sure', { threshold: percent, lower })
    controller.notify('info', coming > 0 ? i18n.t('suggestion.coming') : none)
    return
  }
  perform(controller, acceptEdits(work.annotation, sure, at))
  const after = openWork(controller)
  const left = after?.counts.get(null) ?? 0
  const sentences = [
    i18n.t('suggestion.accepted', { count: sure.length, undo: commandHint(controller, 'undo') }),
  ]
  if (coming > 0) sentences.push(i18n.t('suggestion.coming'))
  else if (left > 0)
    sentences.push(
      i18n.t('suggestion.left', { count: left, next: commandHint(controller, 'next-unlabelled') }),
    )
  if (after && left > 0) goOn(controller, -1)
  controller.notify('info', sentences.join(' '))
}

const isSure = (at: SuggestionAt, index: number, threshold: number): boolean => {
  const suggestion = at(index)
  return suggestion !== null && reaches(suggestion, threshold)
}

/** How many segments without a label have not been looked at yet. */
function stillComing(controller: Controller, { annotation, text }: OpenWork): number {
  const { suggestions } = controller.store.getState()
  return annotation.segments.filter((one) => one.label === null && !suggestions.knows(text, one)).length
}

/** Makes the next segment without a label behind `last` the current one, going round; the one behind it if none is left. */
function goOn(controller: Controller, last: number): void {
  controller.setWork((work) => {
    const next = findUnlabelled(work.annotation.segments, last, 1)
    return moveTo(work, next === -1 ? last + 1 : next, false)
  })
}

function sayNothingSuggested(controller: Controller, work: OpenWork): void {
  const segment = work.annotation.segments[work.current]
  if (!segment) return
  if (segment.label !== null) controller.notify('info', i18n.t('suggestion.labelled-already'))
  else if (controller.store.getState().suggestions.knows(work.text, segment))
    controller.notify('info', i18n.t('suggestion.none-here'))
  else controller.notify('info', i18n.t('suggestion.coming'))
}

/** Raises (-1: lowers) the threshold by a step and says what that changes in the open document. */
function stepThreshold(controller: Controller, direction: 1 | -1): void {
  const found = given(controller)
  if (!found) return
  const { work, at } = found
  const threshold = steppedThreshold(found.threshold, direction)
  changeSuggestionSettings(controller, { threshold })
  const count = sureIndices(work.annotation.segments.length, at, threshold).length
  controller.notify(
    'info',
    i18n.t('suggestion.threshold-now', { threshold: formatPercent(threshold), count }),
  )
}

/** Turns suggestions on or off for this corpus and says what that means. */
function toggleSuggestions(controller: Controller): void {
  const { corpus } = controller.store.getState()
  if (!corpus) return
  const on = !corpus.suggestions.on
  changeSuggestionSettings(controller, { on })
  controller.notify(
    'info',
    i18n.t(on ? 'suggestion.turned-on' : 'suggestion.turned-off', {
      key: commandHint(controller, 'toggle-suggestions'),
    }),
  )
}

export const suggestionCommands: Partial<Record<CommandId, (controller: Controller) => void>> = {
  'accept-suggestion': acceptSelection,
  'accept-run': acceptRun,
  'accept-document': acceptDocument,
  'lower-threshold': (controller) => stepThreshold(controller, -1),
  'raise-threshold': (controller) => stepThreshold(controller, 1),
  'toggle-suggestions': toggleSuggestions,
}
