import type { LabelledModelDocument, ModelDocument } from '../../src/core/suggestions/model-document.ts'
import type { GoldDocument } from './gold.ts'

/** The labels of the simple label set that an annotator gives; residue of images the annotator leaves alone. */
const given = { body: 'body', title: 'title', caption: 'caption', other: 'boilerplate', image: null } as const

/** The document as an annotator has labelled it. */
export const labelledGold = (gold: GoldDocument, document: ModelDocument): LabelledModelDocument => ({
  ...document,
  labels: gold.lines.map(({ label }) => given[label]),
})
