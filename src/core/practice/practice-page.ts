import { practiceEn } from './practice-en.ts'
import { practiceVi } from './practice-vi.ts'

/** One segment of the practice page, with the label of the simple set that the guidelines give it, and why. */
export interface PracticeSegment {
  readonly text: string
  readonly label: 'title' | 'body' | 'caption' | 'boilerplate'
  readonly why: string
}

/** The practice page in a language of the interface, English where there is none. */
export const practicePage = (language: string): readonly PracticeSegment[] =>
  language === 'vi' ? practiceVi : practiceEn

/** How many of the labels given, one for each segment, are those of the guidelines. */
export const countRight = (page: readonly PracticeSegment[], given: readonly (string | null)[]): number =>
  page.filter(({ label }, index) => given[index] === label).length
