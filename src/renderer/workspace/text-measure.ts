import { textSizes } from '../../core/preferences.ts'

/** How large the text of a document is drawn, in CSS pixels. */
export interface TextMeasure {
  readonly size: number
  readonly lineHeight: number
  /** How much larger than in the normal size. */
  readonly scale: number
}

export const textMeasure = (size: number): TextMeasure => ({
  size,
  lineHeight: Math.round((size * 20) / textSizes.normal),
  scale: size / textSizes.normal,
})
