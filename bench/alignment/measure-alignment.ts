import { cutByLabels } from '../../src/core/import/cut-by-labels.ts'
import { placeLabels } from '../../src/core/import/place-labels.ts'
import { type GoldDocument, goldSets, loadGold } from '../suggestions/gold.ts'

/**
 * Prints how well gold texts are aligned to the lines of the pages that they are from: what is kept of each page is
 * changed as other programs and annotators change it, taken in, and compared with the lines that were kept.
 */
const changes: Readonly<Record<string, (kept: readonly string[]) => string[]>> = {
  'as it is': (kept) => [...kept],
  'every three lines joined': (kept) =>
    Array.from({ length: Math.ceil(kept.length / 3) }, (_, index) =>
      kept.slice(3 * index, 3 * index + 3).join(' '),
    ),
  'wrapped at 70 letters': (kept) => kept.flatMap((line) => line.match(/.{1,70}(?:\s|$)|\S+/g) ?? [line]),
  'one paragraph, NFD': (kept) => [kept.join(' ').normalize('NFD')],
  'every 15th word another one': (kept) =>
    kept.map((line) =>
      line
        .split(' ')
        .map((word, index) => (index % 15 === 7 ? 'xyzzy' : word))
        .join(' '),
    ),
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the gold.')

console.table(
  goldSets.flatMap((set) => {
    const documents = loadGold(folder, set)
    return Object.entries(changes).map(([change, of]) => ({
      set,
      'gold text': change,
      ...figures(documents, of),
    }))
  }),
)

function figures(
  documents: readonly GoldDocument[],
  change: (kept: readonly string[]) => string[],
): Record<string, string> {
  let [right, wrong, missed, shares, pages] = [0, 0, 0, 0, 0]
  const began = performance.now()
  for (const { text, lines } of documents) {
    const isKept = ({ label }: (typeof lines)[number]): boolean => label === 'body' || label === 'title'
    const kept = lines.filter(isKept).map(({ start, end }) => text.slice(start, end))
    if (kept.length === 0) continue
    const placed = placeLabels(
      text,
      {
        text: null,
        unit: 'utf16',
        spans: null,
        lines: change(kept).map((line) => ({ text: line, label: 'kept' })),
      },
      { unit: undefined, leastAligned: 0, becomes: (label) => label },
    )
    if ('reason' in placed) throw new Error(placed.reason)
    pages++
    shares += placed.aligned ?? 0
    const present = lines.map(({ start, end }) => ({ start, end, label: null, by: null }))
    const found = new Map(
      cutByLabels(text, placed, present, 'line').map(({ start, label }) => [start, label]),
    )
    for (const line of lines) {
      const isFound = (found.get(line.start) ?? null) !== null
      if (isKept(line) && isFound) right++
      else if (isFound) wrong++
      else if (isKept(line)) missed++
    }
  }
  return {
    pages: String(pages),
    precision: (right / (right + wrong)).toFixed(3),
    recall: (right / (right + missed)).toFixed(3),
    'aligned share': (shares / pages).toFixed(3),
    'ms a page': ((performance.now() - began) / pages).toFixed(1),
  }
}
