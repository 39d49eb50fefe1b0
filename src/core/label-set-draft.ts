import type { CommandId } from './commands.ts'
import type { Label, LabelSet } from './label-set.ts'
import { commandOn, freeKey, type LabelFates, mostLabels } from './label-set-change.ts'

/** A label while it is edited. It may have faults, such as no name yet. */
export interface DraftLabel extends Label {
  /** Tells the rows of an editor apart, also while names change. */
  readonly id: number
  /** Its name in the label set that the edit began with; null for a label that was added. */
  readonly origin: string | null
}

/** A label set while it is edited. */
export interface LabelSetDraft {
  /** The set that the edit began with. */
  readonly base: LabelSet
  readonly name: string
  readonly labels: readonly DraftLabel[]
}

/** Why a draft cannot be saved; `id` is the row. */
export type DraftFault =
  | { readonly id: number; readonly field: 'name'; readonly fault: 'name-empty' | 'name-taken' }
  /** Another label has had that name until now, so its segments and this one's could not be told apart. */
  | { readonly id: number; readonly field: 'name'; readonly fault: 'name-leaves'; readonly other: string }
  | { readonly id: number; readonly field: 'key'; readonly fault: 'key-unusable' }
  | { readonly id: number; readonly field: 'key'; readonly fault: 'key-label'; readonly other: string }
  | { readonly id: number; readonly field: 'key'; readonly fault: 'key-command'; readonly command: CommandId }

/** The draft with which an edit of `set` begins. */
export const startDraft = (set: LabelSet): LabelSetDraft =>
  replaceLabels({ base: set, name: '', labels: [] }, set)

/** The draft with the labels of `set` in place of its own; those that the base has too stay what they are. */
export function replaceLabels(draft: LabelSetDraft, set: LabelSet): LabelSetDraft {
  const known = new Set(draft.base.labels.map(({ name }) => name))
  const first = nextId(draft)
  const labels = set.labels.map((label, index) => ({
    ...label,
    id: first + index,
    origin: known.has(label.name) ? label.name : null,
  }))
  return { ...draft, name: set.name, labels }
}

/** The draft with one more label, without a name yet, on a free key. */
export function addLabel(draft: LabelSetDraft): LabelSetDraft {
  if (draft.labels.length >= mostLabels) return draft
  const added: DraftLabel = {
    id: nextId(draft),
    origin: null,
    name: '',
    colour: 'stone',
    key: freeKey(draft.labels),
    keep: false,
    description: '',
    examples: [],
  }
  return { ...draft, labels: [...draft.labels, added] }
}

/** The draft with other `fields` of one label. */
export const changeLabel = (draft: LabelSetDraft, id: number, fields: Partial<Label>): LabelSetDraft => ({
  ...draft,
  labels: draft.labels.map((label) => (label.id === id ? { ...label, ...fields } : label)),
})

/** The draft without that label. */
export const removeLabel = (draft: LabelSetDraft, id: number): LabelSetDraft => ({
  ...draft,
  labels: draft.labels.filter((label) => label.id !== id),
})

/** The draft with that label one place up (-1) or down (1); as it is where there is no such place. */
export function moveLabel(draft: LabelSetDraft, id: number, step: 1 | -1): LabelSetDraft {
  const labels = [...draft.labels]
  const at = labels.findIndex((label) => label.id === id)
  const [label] = labels.splice(at, 1)
  if (!label || at + step < 0 || at + step > labels.length) return draft
  labels.splice(at + step, 0, label)
  return { ...draft, labels }
}

/** The names of the base that no label of the draft goes on with. */
export const removedNames = (draft: LabelSetDraft): string[] =>
  draft.base.labels
    .map(({ name }) => name)
    .filter((name) => !draft.labels.some(({ origin }) => origin === name))

/** The labels of the base that have another name in the draft. */
export const renamedLabels = (draft: LabelSetDraft): { from: string; to: string }[] =>
  draft.labels.flatMap(({ origin, name }) =>
    origin !== null && origin !== name ? [{ from: origin, to: name.trim() }] : [],
  )

/**
 * The label set that the draft, which has no faults, makes, and what becomes of the segments of labels that are renamed
 * or removed.
 * @param merged for removed names, the row that takes their segments; those not in it lose their label
 */
export function draftChange(
  draft: LabelSetDraft,
  merged: ReadonlyMap<string, number> = new Map(),
): { labelSet: LabelSet; fates: LabelFates } {
  const labels = draft.labels.map(({ id: _id, origin: _origin, ...label }) => ({
    ...label,
    name: label.name.trim(),
  }))
  const nameOf = (id: number | undefined): string | null =>
    draft.labels.find((label) => label.id === id)?.name.trim() ?? null
  return {
    labelSet: { name: draft.name.trim() || draft.base.name, labels },
    fates: [
      ...renamedLabels(draft).map(({ from, to }) => ({ label: from, becomes: to })),
      ...removedNames(draft)
        // A label that was removed and added again under its name keeps its segments.
        .filter((name) => !labels.some((label) => label.name === name))
        .map((name) => ({ label: name, becomes: nameOf(merged.get(name)) })),
    ],
  }
}

/** What keeps the draft from being saved, label by label. */
export function draftFaults(draft: LabelSetDraft): DraftFault[] {
  return draft.labels.flatMap((label, index) => {
    const before = draft.labels.slice(0, index)
    return [...nameFaults(draft, label, before), ...keyFaults(label, before)]
  })
}

function nameFaults(draft: LabelSetDraft, label: DraftLabel, before: readonly DraftLabel[]): DraftFault[] {
  const { id } = label
  const name = label.name.trim()
  if (name === '') return [{ id, field: 'name', fault: 'name-empty' }]
  if (before.some((other) => other.name.trim() === name)) return [{ id, field: 'name', fault: 'name-taken' }]
  const renamed = draft.labels.find((other) => other.id !== id && other.origin === name)
  if (renamed && renamed.name.trim() !== name)
    return [{ id, field: 'name', fault: 'name-leaves', other: renamed.name.trim() }]
  // The label whose name it would take was removed: its segments would seem to be this one's.
  if (label.origin !== null && label.origin !== name && removedNames(draft).includes(name))
    return [{ id, field: 'name', fault: 'name-leaves', other: name }]
  return []
}

function keyFaults({ id, key }: DraftLabel, before: readonly DraftLabel[]): DraftFault[] {
  // Letters are matched in lower case, and digits are the places of the labels.
  if (key.length !== 1 || /[\sA-Z0-9]/.test(key)) return [{ id, field: 'key', fault: 'key-unusable' }]
  const command = commandOn(key)
  if (command) return [{ id, field: 'key', fault: 'key-command', command: command.id }]
  const other = before.find((candidate) => candidate.key === key)
  return other ? [{ id, field: 'key', fault: 'key-label', other: other.name }] : []
}

const nextId = (draft: LabelSetDraft): number => Math.max(-1, ...draft.labels.map(({ id }) => id)) + 1
