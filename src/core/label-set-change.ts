import { z } from 'zod'
import { type Command, commands } from './commands.ts'
import type { Label, LabelSet } from './label-set.ts'
import { say } from './sentences/say.ts'

const labelName = z.string().min(1).max(64)

/**
 * What becomes of the segments with each label that a change of the label set renames, merges or removes: another
 * label, or none (null). Labels that are not named keep their segments.
 */
export const labelFatesSchema = z.array(z.object({ label: labelName, becomes: labelName.nullable() })).max(64)

export type LabelFates = z.infer<typeof labelFatesSchema>

/** The most labels that an edited set may have: half of what a file may, so that two sets fit into one. */
export const mostLabels = 32

/** The label that a segment with `label` has after the change. */
export function labelAfter(fates: LabelFates, label: string | null): string | null {
  const fate = fates.find((one) => one.label === label)
  return fate ? fate.becomes : label
}

/**
 * What is wrong with changing `before` to `after` with `fates`, as sentences; empty if nothing is. Each label that
 * goes needs a fate, and no fate may lead to a label that itself goes: a change that was interrupted can then be done
 * again from the start and ends the same.
 */
export function changeFaults(before: LabelSet, after: LabelSet, fates: LabelFates): string[] {
  const faults: string[] = []
  const names = new Set(after.labels.map(({ name }) => name))
  const going = new Set(fates.map(({ label }) => label))
  if (going.size < fates.length) faults.push(say`a label has two fates`)
  if (after.labels.length > mostLabels) faults.push(say`there are more than ${mostLabels} labels`)
  for (const { name } of before.labels)
    if (!names.has(name) && !going.has(name)) faults.push(say`nothing says what becomes of “${name}”`)
  for (const { label, becomes } of fates) {
    if (names.has(label)) faults.push(say`“${label}” has a fate, but stays`)
    if (becomes !== null && !names.has(becomes)) faults.push(say`“${becomes}” is not a label of the new set`)
  }
  return faults
}

/**
 * `set` with those of `labels` behind it whose names it has not. Where their key is taken they get a free one, so that
 * the set stays one that can be saved.
 */
export function withLabels(set: LabelSet, labels: readonly Label[]): LabelSet {
  const result = [...set.labels]
  for (const label of labels) {
    if (result.some(({ name }) => name === label.name)) continue
    const taken = result.some(({ key }) => key === label.key)
    result.push(taken ? { ...label, key: freeKey(result) } : label)
  }
  return { ...set, labels: result }
}

/** A key that none of `labels` and no command has: a letter, or a sign of another alphabet where none is left. */
export function freeKey(labels: readonly Pick<Label, 'key'>[]): string {
  const used = new Set(labels.map(({ key }) => key))
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const letter = letters.find((candidate) => !used.has(candidate) && !commandOn(candidate))
  if (letter !== undefined) return letter
  for (let code = 0x3b1; ; code++) {
    const sign = String.fromCharCode(code)
    if (!used.has(sign)) return sign
  }
}

/** The command that has `key` where labels have theirs. */
export const commandOn = (key: string): Command | undefined =>
  commands.find(({ keys, when }) => (when === 'workspace' || when === 'anywhere') && keys.includes(key))
