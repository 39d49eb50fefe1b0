import type { CommandId } from '../../core/commands.ts'
import { labelEdits, unlabelledIndices } from '../../core/edit.ts'
import { restLabel } from '../../core/label-set.ts'
import { type Mark, unlabelled } from '../../core/segment.ts'
import { i18n } from '../messages/i18n.ts'
import { suggestionCommands } from './accept-suggestions.ts'
import { askRepeats } from './ask-repeats.ts'
import { caretCommands } from './caret-commands.ts'
import { commandHint } from './command-hint.ts'
import type { Controller } from './controller.ts'
import { toggleSource } from './document-details.ts'
import { stepDocument, toggleDone, toggleSkipped } from './document-status.ts'
import { openFind, stepFind } from './find-in-document.ts'
import { undoLabelSet } from './label-set-job.ts'
import { moveTo } from './move-to.ts'
import { openNextToLearn } from './open-next-to-learn.ts'
import { findUnlabelled, type OpenWork, selectedIndices, selection } from './open-work.ts'
import { mayLabel, openWork, perform } from './perform.ts'
import { changePreferences } from './preferences.ts'
import { openRecovery } from './recovery.ts'
import { openRepeatedLines } from './repeated-lines.ts'
import { openReview } from './review.ts'
import { segmentCommands } from './segment-commands.ts'
import { toggleGrouping } from './site-list.ts'
import { toReviewCommands } from './to-review.ts'
import { travel, undoLastPropagation } from './travel.ts'
import { viewCommands } from './view-commands.ts'

/** By how many segments a page key moves. */
const page = 10

/** Does what a command of the command table says. */
export function runCommand(controller: Controller, id: CommandId): void {
  const moved = moves[id]
  if (moved) {
    const extend = id.startsWith('extend-')
    controller.setWork((work) => moveTo(work, moved(work), extend))
  } else others[id]?.(controller)
}

/**
 * Labels the selected segments and moves on to the next one; stays where segments were picked one by one. `null` takes
 * their label away and stays.
 */
export function labelSelection(controller: Controller, label: string | null): void {
  const work = openWork(controller)
  if (!work || !mayLabel(controller)) return
  const mark: Mark = label === null ? unlabelled : { label, by: 'human' }
  perform(controller, labelEdits(work.annotation, selectedIndices(work), mark))
  if (label === null) return
  controller.store.setState({ lastLabel: label })
  const next = work.picked.length > 0 ? work.current : selection(work).to + 1
  controller.setWork((after) => moveTo(after, next, false))
}

const moves: Partial<Record<CommandId, (work: OpenWork) => number>> = {
  'move-next': (work) => work.current + 1,
  'move-previous': (work) => work.current - 1,
  'move-page-down': (work) => work.current + page,
  'move-page-up': (work) => work.current - page,
  'move-first': () => 0,
  'move-last': (work) => work.annotation.segments.length - 1,
  'next-unlabelled': (work) => nearest(work, 1),
  'previous-unlabelled': (work) => nearest(work, -1),
  'extend-next': (work) => work.current + 1,
  'extend-previous': (work) => work.current - 1,
  'extend-page-down': (work) => work.current + page,
  'extend-page-up': (work) => work.current - page,
  'extend-first': () => 0,
  'extend-last': (work) => work.annotation.segments.length - 1,
  'collapse-selection': (work) => work.current,
}

function nearest(work: OpenWork, step: 1 | -1): number {
  const found = findUnlabelled(work.annotation.segments, work.current, step)
  return found === -1 ? work.current : found
}

const others: Partial<Record<CommandId, (controller: Controller) => void>> = {
  ...viewCommands,
  'toggle-source': toggleSource,
  'select-all': (controller) =>
    controller.setWork((work) => ({
      ...work,
      picked: [],
      caret: null,
      anchor: 0,
      current: Math.max(0, work.annotation.segments.length - 1),
    })),
  'clear-label': (controller) => labelSelection(controller, null),
  'label-rest': labelRest,
  'repeat-label': repeatLabel,
  ...segmentCommands,
  ...toReviewCommands,
  ...caretCommands,
  undo: (controller) => void travel(controller, 'undo'),
  redo: (controller) => void travel(controller, 'redo'),
  'label-repeats': askRepeats,
  'repeated-lines': openRepeatedLines,
  'review-labels': openReview,
  'undo-propagation': (controller) => void undoLastPropagation(controller),
  ...suggestionCommands,
  segmentation: (controller) => controller.store.setState({ dialog: 'segmentation' }),
  'toggle-done': toggleDone,
  'toggle-skipped': toggleSkipped,
  flag: (controller) => openWork(controller) && controller.store.setState({ dialog: 'flag' }),
  note: (controller) => {
    if (!openWork(controller)) return
    shown(controller, 'showInspector')
    controller.store.setState({ noteAsked: true })
  },
  'next-document': (controller) => void stepDocument(controller, 1),
  'previous-document': (controller) => void stepDocument(controller, -1),
  'next-to-learn': (controller) => void openNextToLearn(controller),
  'work-lists': (controller) => controller.store.setState({ dialog: 'work-lists' }),
  'list-options': (controller) => {
    shown(controller, 'showDocuments')
    controller.store.setState({ dialog: 'list-options' })
  },
  'group-by-site': toggleGrouping,
  guidelines: ({ store }) => store.setState(({ guidelines }) => ({ guidelines: !guidelines })),
  practice: (controller) => controller.store.setState({ practice: true }),
  'edit-label-set': (controller) => controller.store.setState({ dialog: 'label-set' }),
  'undo-label-set': (controller) => void undoLabelSet(controller),
  find: openFind,
  'search-corpus': (controller) => controller.store.setState({ dialog: 'search' }),
  'find-next': (controller) => stepFind(controller, 1),
  'find-previous': (controller) => stepFind(controller, -1),
  reading: (controller) => controller.store.setState({ dialog: 'reading' }),
  troubles: (controller) => controller.store.setState({ dialog: 'troubles' }),
  export: (controller) => controller.store.setState({ dialog: 'export' }),
  import: (controller) => controller.store.setState({ dialog: 'import' }),
  'undo-import': (controller) => controller.store.setState({ dialog: 'undo-import' }),
  recovery: (controller) => void openRecovery(controller),
  'earlier-versions': (controller) =>
    openWork(controller) && controller.store.setState({ dialog: 'earlier-versions' }),
  'restore-day': (controller) => controller.store.setState({ dialog: 'restore-day' }),
  'delete-labels': (controller) => controller.store.setState({ dialog: 'delete-labels' }),
  trash: (controller) => controller.store.setState({ dialog: 'trash' }),
  palette: (controller) => controller.store.setState({ dialog: 'palette' }),
  settings: (controller) => controller.store.setState({ dialog: 'settings' }),
  'change-keys': (controller) => controller.store.setState({ dialog: 'change-keys' }),
  help: (controller) => controller.store.setState({ dialog: 'help' }),
  'close-corpus': (controller) => void controller.closeCorpus(),
}

function repeatLabel(controller: Controller): void {
  const { lastLabel, corpus } = controller.store.getState()
  const known = corpus?.labelSet.labels.some(({ name }) => name === lastLabel)
  if (lastLabel !== null && known) labelSelection(controller, lastLabel)
  else controller.notify('info', i18n.t('notice.nothing-to-repeat'))
}

function labelRest(controller: Controller): void {
  const work = openWork(controller)
  const labelSet = controller.store.getState().corpus?.labelSet
  const label = labelSet && restLabel(labelSet)
  if (!work || !label || !mayLabel(controller)) return
  const indices = unlabelledIndices(work.annotation.segments)
  perform(controller, labelEdits(work.annotation, indices, { label: label.name, by: 'human' }))
  if (indices.length > 0)
    controller.notify(
      'info',
      i18n.t('notice.labelled-rest', {
        count: indices.length,
        label: label.name,
        undo: commandHint(controller, 'undo'),
      }),
    )
}

/** Shows a column that is hidden, for a command that works in it. */
function shown(controller: Controller, column: 'showDocuments' | 'showInspector'): void {
  if (!controller.store.getState().preferences[column]) void changePreferences(controller, { [column]: true })
}
