import { type Edit, labelEdits } from '../../core/edit.ts'
import { ruleModes } from '../../core/repetition/rules.ts'
import { i18n } from '../messages/i18n.ts'
import type { AskedRepeats, RepeatScope } from './ask-repeats.ts'
import type { Controller } from './controller.ts'
import { documentsInList } from './document-list.ts'
import { moveTo } from './move-to.ts'
import { selectedIndices } from './open-work.ts'
import { openWork, perform } from './perform.ts'
import { type PropagationWanted, propagate, propagationSentences } from './propagation.ts'
import { listAnew } from './repeated-lines.ts'

/** What becomes of the line in documents to come. */
export const ruleChoices = ['none', ...ruleModes] as const

/** What an annotator chose in the dialog that labels repeats. */
export interface RepeatsChoice {
  /** Null: each line the label it has already. */
  readonly label: string | null
  readonly scope: RepeatScope
  /** Whether segments with another label get it too. */
  readonly overwrite: boolean
  readonly rule: (typeof ruleChoices)[number]
}

/** What to ask the service for; without lines where none of them has a label to pass on. */
export function wantedPropagation(
  controller: Controller,
  asked: AskedRepeats,
  { label, scope, overwrite }: RepeatsChoice,
): PropagationWanted {
  return {
    lines: asked.lines.flatMap((line) => {
      const given = label ?? line.label
      return given === null
        ? []
        : [{ text: line.text, label: given, ...(line.key === undefined ? {} : { key: line.key }) }]
    }),
    scope,
    ...(scope === 'site' && asked.site ? { site: asked.site.name } : {}),
    ...(scope === 'documents' ? { documents: documentsInList(controller.store.getState()).ids() } : {}),
    from: asked.from && { document: asked.from.document },
    overwrite,
  }
}

/** Labels the segments it was asked for by hand and their repeats by propagation, as one step, and keeps the rules. */
export async function labelRepeats(
  controller: Controller,
  asked: AskedRepeats,
  choice: RepeatsChoice,
): Promise<void> {
  const { edits, count } = labelHere(controller, asked, choice.label)
  const outcome = await propagate(controller, wantedPropagation(controller, asked, choice), edits)
  controller.store.setState({ dialog: asked.back, askedRepeats: null })
  if (asked.back === 'repeated-lines') listAnew(controller, 0)
  if (!outcome) return
  if (asked.from)
    controller.setWork((work) => moveTo(work, (selectedIndices(work).at(-1) ?? work.current) + 1, false))
  const rules = choice.rule === 'none' ? [] : await saveRules(controller, asked, choice, choice.rule)
  const smooth = outcome.trouble === null && outcome.leftOut.length === 0 && rules.every(({ saved }) => saved)
  controller.notify(
    smooth ? 'info' : 'alert',
    [...propagationSentences(outcome, count), ...rules.map(({ sentence }) => sentence)].join(' '),
    outcome.step === null ? null : 'undo-propagation',
  )
}

/** Labels the segments of the open document that it was asked for; they were looked at, so it is by hand. */
function labelHere(
  controller: Controller,
  { from }: AskedRepeats,
  label: string | null,
): { edits: readonly Edit[]; count: number } {
  const work = openWork(controller)
  if (label === null || !from || work?.document !== from.document) return { edits: [], count: 0 }
  const starts = new Set(from.starts)
  const indices = work.annotation.segments.flatMap(({ start, label: has }, index) =>
    starts.has(start) && has !== label ? [index] : [],
  )
  const edits = labelEdits(work.annotation, indices, { label, by: 'human' })
  perform(controller, edits)
  return { edits, count: indices.length }
}

async function saveRules(
  controller: Controller,
  asked: AskedRepeats,
  choice: RepeatsChoice,
  mode: (typeof ruleModes)[number],
): Promise<{ saved: boolean; sentence: string }[]> {
  const { corpus } = controller.store.getState()
  if (!corpus) return []
  const { lines, site } = wantedPropagation(controller, asked, choice)
  const told: { saved: boolean; sentence: string }[] = []
  for (const { text, label } of lines) {
    const reply = await controller.invoke('saveRule', {
      corpus: corpus.folder.id,
      text,
      label,
      mode,
      ...(site === undefined ? { scope: 'corpus' } : { scope: 'site', site }),
      ...(asked.from ? { from: asked.from.document } : {}),
    })
    if (!reply.ok) told.push({ saved: false, sentence: reply.message })
  }
  return told.length > 0
    ? told.slice(0, 1)
    : [{ saved: true, sentence: i18n.t('repeats.rule-kept', { count: lines.length }) }]
}
