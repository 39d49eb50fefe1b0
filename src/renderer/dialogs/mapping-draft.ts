import type { LabelMapping } from '../../core/datasets/label-mapping.ts'
import type { Label } from '../../core/label-set.ts'

/** A mapping of labels as it is edited. */
export interface MappingDraft {
  /** What each label of the set becomes, as it is typed; empty: it goes out without a label. */
  readonly becomes: Readonly<Record<string, string>>
  /** Which labels of the dataset a cleaner keeps. */
  readonly kept: ReadonlySet<string>
}

/** The draft that says what the mapping says. */
export const mappingDraft = (mapping: LabelMapping, labels: readonly Label[]): MappingDraft => ({
  becomes: Object.fromEntries(
    labels.map(({ name }) => [
      name,
      (Object.hasOwn(mapping.labels, name) ? mapping.labels[name] : undefined) ?? '',
    ]),
  ),
  kept: new Set([...mapping.targets, ...labels].filter(({ keep }) => keep).map(({ name }) => name)),
})

/** The labels that the dataset would have, in the order of the label set. */
export const targetsOf = ({ becomes }: MappingDraft): string[] => [
  ...new Set(Object.values(becomes).flatMap((target) => target.trim() || [])),
]

/** The mapping that the draft makes of `base`, whose colours, keys and policies stay. */
export const mappingOf = (
  name: string,
  draft: MappingDraft,
  base: LabelMapping,
  labels: readonly Label[],
): LabelMapping => ({
  ...base,
  name,
  labels: Object.fromEntries(
    Object.entries(draft.becomes).map(([label, target]) => [label, target.trim() || null]),
  ),
  targets: targetsOf(draft).map((target) => {
    const known = [...base.targets, ...labels].find((one) => one.name === target)
    return {
      name: target,
      keep: draft.kept.has(target),
      colour: known?.colour ?? 'stone',
      key: known?.key ?? null,
      description: known?.description ?? '',
    }
  }),
})
