import { printable } from './printable.ts'

/** Tells a person something in one line on stderr, since stdout is for results. */
export const remark = (sentence: string): void => console.error(printable(sentence))
