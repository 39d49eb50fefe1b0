import { practiceEn } from './practice-en.ts'
import { practiceVi } from './practice-vi.ts'

/** One segment of the practice page, with the label that the guidelines give it in one of the presets, and why. */
export interface PracticeSegment {
  readonly text: string
  readonly label: string
  readonly why: string
}

/** The practice page in a language of the interface, English where there is none, for the labels of a preset. */
export const practicePage = (language: string, preset: 'simple' | 'fine'): readonly PracticeSegment[] =>
  (language === 'vi' ? practiceVi : practiceEn).map((segment) => ({
    text: segment.text,
    ...segment[preset],
  }))

/** How many of the labels given, one for each segment, are those of the guidelines. */
export const countRight = (page: readonly PracticeSegment[], given: readonly (string | null)[]): number =>
  page.filter(({ label }, index) => given[index] === label).length
