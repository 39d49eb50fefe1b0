import type { DatasetLabel } from '../dataset-document.ts'

/** The classes of L3S-GN1; the n-th is marked with `x-nc-sel<n>`. */
export const l3sClasses = [
  'not-content',
  'headline',
  'full-text',
  'supplemental',
  'related',
  'comments',
] as const

export type L3sClass = (typeof l3sClasses)[number]

const isL3sClass = (name: string): name is L3sClass => l3sClasses.some((known) => known === name)

/** By the names that labels commonly have. Supplemental is what belongs to an article and is none of its text. */
const meanings: ReadonlyMap<string, L3sClass> = new Map([
  ['title', 'headline'],
  ['heading', 'headline'],
  ['caption', 'supplemental'],
  ['credit', 'supplemental'],
  ['byline', 'supplemental'],
  ['comment', 'comments'],
])

/** The class of text that has the label: by its name, else whether it is kept. */
export function l3sClassOf({ name, keep }: Pick<DatasetLabel, 'name' | 'keep'>): L3sClass {
  const plain = name.toLowerCase()
  if (isL3sClass(plain)) return plain
  return meanings.get(plain) ?? (keep ? 'full-text' : 'not-content')
}
