import { z } from 'zod'
import { givenNameSchema } from '../given-name.ts'
import { labelColours } from '../label-set.ts'
import { bareMark, type Segment, unlabelled } from '../segment.ts'
import { say } from '../sentences/say.ts'
import type { DatasetLabel, DatasetSegment } from './dataset-document.ts'

/**
 * What becomes of segments of which nobody knows the label: they go out without one, or as what a cleaner drops, or
 * the document does not go out at all.
 */
export const segmentPolicies = ['leave-out', 'drop', 'refuse'] as const

export type SegmentPolicy = (typeof segmentPolicies)[number]

/** The label by which annotators say that they do not know. */
export const uncertainLabel = 'uncertain'

const labelName = z.string().min(1).max(64)

const targetSchema = z.object({
  name: labelName,
  keep: z.boolean(),
  colour: z.enum(labelColours).default('stone'),
  key: z.string().length(1).nullable().default(null),
  description: z.string().max(2000).default(''),
})

/** Which label of a label set becomes which label of a dataset. */
export const labelMappingSchema = z.object({
  name: givenNameSchema,
  /** By the names of the label set's labels; null: the segment goes out without a label. */
  labels: z.record(labelName, labelName.nullable()),
  /** The labels of the dataset. */
  targets: z.array(targetSchema).min(1).max(64),
  unlabelled: z.enum(segmentPolicies).default('leave-out'),
  /** Of the label {@link uncertainLabel}; its own label where the dataset has one, else left out, if not given. */
  uncertain: z.enum(segmentPolicies).optional(),
})

export type LabelMapping = z.infer<typeof labelMappingSchema>

/** Why labels of this set cannot be mapped so, as a sentence; null if they can. */
export function mappingFault(
  mapping: LabelMapping,
  labels: readonly { readonly name: string }[],
): string | null {
  const targets = new Set(mapping.targets.map(({ name }) => name))
  const unknown = Object.values(mapping.labels).find((target) => target !== null && !targets.has(target))
  if (unknown) return say`The mapping “${mapping.name}” maps to “${unknown}”, which is none of its labels.`
  const missing = labels.find(({ name }) => !Object.hasOwn(mapping.labels, name) && name !== uncertainLabel)
  if (missing)
    return say`The mapping “${mapping.name}” does not say what becomes of the label “${missing.name}”.`
  const drops = mapping.unlabelled === 'drop' || mapping.uncertain === 'drop'
  return drops && dropLabel(mapping.targets) === null
    ? say`The mapping “${mapping.name}” has no label that a cleaner drops, so nothing can be dropped.`
    : null
}

/** The label of what is dropped: `boilerplate`, else the last one that is not kept; null if all are. */
export function dropLabel(targets: readonly DatasetLabel[]): string | null {
  const dropped = targets.filter(({ keep }) => !keep)
  return (dropped.find(({ name }) => name === 'boilerplate') ?? dropped.at(-1))?.name ?? null
}

/**
 * The segments with the labels that they go out with.
 * @throws RangeError saying why, where the document must not go out
 */
export function mapSegments(segments: readonly Segment[], mapping: LabelMapping): DatasetSegment[] {
  const drop = dropLabel(mapping.targets)
  const byPolicy = (
    policy: SegmentPolicy,
    refusal: () => string,
    { start, end }: Segment,
  ): DatasetSegment => {
    if (policy === 'refuse') throw new RangeError(refusal())
    return { start, end, ...(policy === 'drop' ? { label: drop, by: null } : unlabelled) }
  }
  const uncertain = uncertainPolicy(mapping)
  return segments.map((segment) => {
    const { start, end, label } = segment
    if (label === null)
      return byPolicy(mapping.unlabelled, () => say`it has segments that are not labelled`, segment)
    if (label === uncertainLabel && uncertain !== null)
      return byPolicy(uncertain, () => say`it has segments that are uncertain`, segment)
    const target = Object.hasOwn(mapping.labels, label) ? mapping.labels[label] : undefined
    if (target === undefined)
      throw new RangeError(say`the mapping “${mapping.name}” does not know its label “${label}”`)
    return { start, end, ...(target === null ? unlabelled : { ...bareMark(segment), label: target }) }
  })
}

/** Null where the mapping says what becomes of the label as of any other. */
function uncertainPolicy({ labels, targets, uncertain }: LabelMapping): SegmentPolicy | null {
  if (uncertain !== undefined) return uncertain
  const own = labels[uncertainLabel] === uncertainLabel && targets.some(({ name }) => name === uncertainLabel)
  return own ? null : 'leave-out'
}
