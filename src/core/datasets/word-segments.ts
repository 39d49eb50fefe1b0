import { segmentsInWindows, type TextSegment } from '../segments-in-windows.ts'

/** Always by the same locale, so that files do not depend on whose machine it is. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * `text` cut at the bounds of its words by the rules of Unicode (UAX #29), and by dictionaries in scripts that write
 * without spaces, whatever the language; joined, the segments are the text again.
 */
export const wordSegments = (text: string): Generator<TextSegment> => segmentsInWindows(segmenter, text)
