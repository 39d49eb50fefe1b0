import type { LabelColour, LabelSet } from '../label-set.ts'
import { l3sClasses, l3sClassOf } from './l3s-gn1/l3s-classes.ts'
import type { LabelMapping } from './label-mapping.ts'

/** The mapping that changes nothing. */
export const asLabelled = 'as-labelled'

/** The mapping to what a cleaner keeps and what it drops. */
export const keepDrop = 'keep-drop'

/** The mappings that every corpus has, the one that is used if nobody names one first. */
export const builtInMappings = ({ labels }: LabelSet): LabelMapping[] => [
  {
    name: asLabelled,
    labels: Object.fromEntries(labels.map(({ name }) => [name, name])),
    targets: labels.map(({ name, keep, colour, key, description }) => ({
      name,
      keep,
      colour,
      key,
      description,
    })),
    unlabelled: 'leave-out',
  },
  {
    name: keepDrop,
    labels: Object.fromEntries(labels.map(({ name, keep }) => [name, keep ? 'keep' : 'drop'])),
    targets: [
      target('keep', true, 'green', 'What a cleaner keeps.'),
      target('drop', false, 'stone', 'What a cleaner drops.'),
    ],
    unlabelled: 'leave-out',
  },
  {
    name: 'l3s-gn1',
    labels: Object.fromEntries(labels.map((label) => [label.name, l3sClassOf(label)])),
    targets: l3sClasses.map((name) => {
      const keep = name === 'headline' || name === 'full-text'
      return target(name, keep, keep ? 'green' : 'stone', 'A class of L3S-GN1.')
    }),
    unlabelled: 'leave-out',
  },
  {
    name: 'dragnet',
    labels: Object.fromEntries(
      labels.map(({ name, keep }) => [
        name,
        /^comments?$/i.test(name) ? 'comments' : keep ? 'content' : 'boilerplate',
      ]),
    ),
    targets: [
      target('content', true, 'green', 'What Dragnet calls content.'),
      target('comments', false, 'amber', 'What Dragnet calls comments.'),
      target('boilerplate', false, 'stone', 'What is neither.'),
    ],
    unlabelled: 'leave-out',
  },
]

const target = (name: string, keep: boolean, colour: LabelColour, description: string) => ({
  name,
  keep,
  colour,
  key: null,
  description,
})
