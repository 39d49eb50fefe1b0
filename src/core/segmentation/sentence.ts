import { lines } from '../lines.ts'
import { type Segment, unlabelled } from '../segment.ts'
import { segmentsInWindows } from '../segments-in-windows.ts'
import { likelyLanguage } from './language.ts'
import { trimmed } from './trimmed.ts'

/** What ends with a full stop and ends no sentence; `Intl.Segmenter` does not know them. */
const abbreviations: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|No|vs|cf|e\.g|i\.e)\.\s*$/,
  vi: /(?:^|[\s("“‘.])(?:TP|Tp|TS|ThS|Th\.S|PGS|GS|BS|KS|KTS|LS|Q|P|H|Tr|St|Mr|Mrs|Ms|Dr|Prof)\.\s*$/,
}

const word = /[\p{L}\p{N}]/u

/** A single capital letter before the stop: the initial of a name. */
const initial = /(?:^|[\s(.])\p{Lu}\.\s*$/u

/**
 * One unlabelled segment per sentence, by the rules of the language that `text` is most likely in, and never across
 * lines. Offsets in UTF-16 code units.
 */
export function segmentBySentence(text: string): Segment[] {
  const language = likelyLanguage(text)
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const segments: Segment[] = []
  for (const line of lines(text)) {
    let start = line.start
    for (const { segment, index } of segmentsInWindows(segmenter, text.slice(line.start, line.end))) {
      const end = line.start + index + segment.length
      if (end < line.end && goesOn(segment, language)) continue
      // Image residue, pipes and brackets alone are no sentence; they stay with the one beside them.
      if (!word.test(text.slice(start, end)) || !word.test(text.slice(end, line.end))) continue
      const run = trimmed(text, start, end)
      if (run) segments.push({ ...run, ...unlabelled })
      start = end
    }
    const run = trimmed(text, start, line.end)
    if (run) segments.push({ ...run, ...unlabelled })
  }
  return segments
}

const goesOn = (piece: string, language: string): boolean =>
  initial.test(piece) || (abbreviations[language]?.test(piece) ?? false)
