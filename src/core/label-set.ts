import { z } from 'zod'
import { say } from './sentences/say.ts'

/** Colours that the interface has in light and dark, each with enough contrast for text (WCAG 2.2 AA). */
export const labelColours = ['purple', 'green', 'blue', 'stone', 'amber', 'red', 'teal', 'pink'] as const

export type LabelColour = (typeof labelColours)[number]

export const labelSchema = z.object({
  name: z.string().min(1).max(64),
  colour: z.enum(labelColours),
  /** The letter that labels with it, beside the digit of its place. */
  key: z.string().length(1),
  /** Whether a cleaner keeps the text. */
  keep: z.boolean(),
  description: z.string().max(2000),
  /** Texts that have this label, as they stand on pages. */
  examples: z.array(z.string().min(1).max(300)).max(20).default([]),
})

export const labelSetSchema = z
  .object({ name: z.string().min(1).max(64), labels: z.array(labelSchema).min(1).max(64) })
  .refine((set) => new Set(set.labels.map((label) => label.name)).size === set.labels.length, {
    error: () => say`two labels have the same name`,
  })
  .refine((set) => new Set(set.labels.map((label) => label.key)).size === set.labels.length, {
    error: () => say`two labels have the same key`,
  })

export type Label = z.infer<typeof labelSchema>
export type LabelSet = z.infer<typeof labelSetSchema>

/** The preset that a corpus starts with. */
export const simpleLabelSet: LabelSet = {
  name: 'simple',
  labels: [
    {
      name: 'title',
      colour: 'purple',
      key: 't',
      keep: true,
      description: 'The headline of the page, wherever the page repeats it as a line of its own.',
      examples: ['Lanterns return to the harbour after three years'],
    },
    {
      name: 'body',
      colour: 'green',
      key: 'b',
      keep: true,
      description:
        'The text the page was written for: lede, paragraphs, subheads, lists and quotes of the article.',
      examples: ['“We had almost given up,” said the harbour master on Tuesday.'],
    },
    {
      name: 'caption',
      colour: 'blue',
      key: 'c',
      keep: false,
      description:
        'Text that belongs to a picture or video, with or without its credit, and the image residue that goes with it.',
      examples: ['Boats at the pier on Sunday. Photo: L. Marsh', '![]() |'],
    },
    {
      name: 'boilerplate',
      colour: 'stone',
      key: 'x',
      keep: false,
      description:
        'Everything that could stand on any page of the site, or go without changing what the page says: menus, related and most-read lists, adverts, footers.',
      examples: ['Most read', 'Subscribe to our newsletter', 'Home | News | Sport'],
    },
  ],
}

/**
 * The label of the set that "label the rest" uses: `boilerplate`, else `navigation`, else the last one that a cleaner
 * drops.
 */
export function restLabel(set: LabelSet): Label | undefined {
  const named = (name: string): Label | undefined => set.labels.find((label) => label.name === name)
  return named('boilerplate') ?? named('navigation') ?? set.labels.findLast((label) => !label.keep)
}
