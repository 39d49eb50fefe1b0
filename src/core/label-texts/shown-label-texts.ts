import { fineLabelSet } from '../fine-label-set.ts'
import { type LabelSet, simpleLabelSet } from '../label-set.ts'
import { labelTextsVi } from './label-texts-vi.ts'

/** What a label says of itself. */
export interface LabelTexts {
  readonly description: string
  readonly examples: readonly string[]
}

const exampleKey = (examples: readonly string[]): string => JSON.stringify(examples)

// By what the presets say and not by the labels' names: a label that a corpus has renamed still says the same.
const descriptionsVi = new Map<string, string>()
const examplesVi = new Map<string, readonly string[]>()
const add = (set: LabelSet, texts: Readonly<Record<string, LabelTexts>>): void => {
  for (const { name, description, examples } of set.labels) {
    const translated = texts[name]
    if (!translated) continue
    descriptionsVi.set(description, translated.description)
    examplesVi.set(exampleKey(examples), translated.examples)
  }
}
add(simpleLabelSet, labelTextsVi.simple)
add(fineLabelSet, labelTextsVi.fine)

/**
 * What is shown of a label where it is only read: what a preset says stands in `language`, what a corpus wrote itself as
 * it is. Files and fields to edit have the label's own texts: they are the same for all annotators of a corpus, whatever
 * language each of them has chosen.
 */
export const shownLabelTexts = ({ description, examples }: LabelTexts, language: string): LabelTexts =>
  language === 'vi'
    ? {
        description: descriptionsVi.get(description) ?? description,
        examples: examplesVi.get(exampleKey(examples)) ?? examples,
      }
    : { description, examples }
