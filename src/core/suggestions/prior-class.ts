import { type LabelSet, restLabel } from '../label-set.ts'

/** What the built-in prior tells apart, whatever the label set. */
export const priorClasses = ['boilerplate', 'body', 'title', 'caption'] as const

export type PriorClass = (typeof priorClasses)[number]

/** The label that each class stands for in a label set; null where the set has none that fits. */
export type ClassLabels = Readonly<Record<PriorClass, string | null>>

/**
 * Finds the labels of `set` that fit the classes of the prior: by name, without regard to case, else by `keep`. A title
 * is kept, so it is body where the set has no title; a caption is dropped, so it is boilerplate where the set has no
 * caption. Boilerplate is what "label the rest" uses. Null where the set keeps nothing or drops nothing.
 */
export function classLabels(set: LabelSet): ClassLabels {
  const named = (name: string): string | undefined =>
    set.labels.find((label) => label.name.toLowerCase() === name)?.name
  const title = named('title')
  const caption = named('caption')
  const rest = named('boilerplate') ?? restLabel(set)?.name ?? null
  const body = named('body') ?? set.labels.find((label) => label.keep && label.name !== title)?.name ?? null
  return { boilerplate: rest, body, title: title ?? body, caption: caption ?? rest }
}
