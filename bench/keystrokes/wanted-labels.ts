import type { GoldDocument } from '../suggestions/gold.ts'

/** Which labels a line may end with; undefined where any will do. */
export type WantedLabels = readonly (ReadonlySet<string> | undefined)[]

const body = new Set(['body'])
const title = new Set(['title'])
const caption = new Set(['caption'])
/** The sets do not tell captions from other lines that are not body. */
const notBody = new Set(['boilerplate', 'caption'])

/** What the gold says of each line: its label where it counts; anything for residue of images and unclear lines. */
export const wantedLabels = ({ lines }: GoldDocument): WantedLabels =>
  lines.map(({ label, scored }) => {
    if (label === 'title') return title
    if (!scored) return undefined
    if (label === 'body') return body
    return label === 'caption' ? caption : notBody
  })

/** Whether a line with `label` is as wanted. A line without a label never is. */
export const isRight = (wanted: WantedLabels, line: number, label: string | null): boolean =>
  label !== null && wanted[line]?.has(label) !== false
