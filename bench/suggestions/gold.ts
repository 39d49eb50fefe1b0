import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a gold line is. `image` is residue of an image without other words. */
export const goldLabels = ['body', 'title', 'other', 'image', 'caption'] as const

const indexSchema = z.array(
  z.object({ id: z.string(), site: z.string(), lang: z.string(), amb: z.array(z.int()) }),
)

const labelsSchema = z.array(z.object({ start: z.int(), end: z.int(), label: z.enum(goldLabels) }))

/** A line that is not blank; offsets in UTF-16 code units, trimmed as Winnow's segments are. */
export interface GoldLine {
  readonly start: number
  readonly end: number
  readonly label: (typeof goldLabels)[number]
  /** Whether the line counts: neither title nor image, and clearly body or clearly not. */
  readonly scored: boolean
}

/** A page whose lines somebody has labelled. */
export interface GoldDocument {
  readonly id: string
  readonly site: string
  /** ISO 639-1. */
  readonly language: string
  readonly text: string
  readonly lines: readonly GoldLine[]
}

/** The two sets that lie in the folder of the gold. */
export const goldSets = ['fundus', 'wcxb'] as const

export type GoldSet = (typeof goldSets)[number]

/** Reads all documents of a set in `folder`, in the order of its index. Throws where one is not as its README says. */
export function loadGold(folder: string, set: GoldSet): GoldDocument[] {
  const place = join(folder, set)
  if (!existsSync(join(place, 'index.json')))
    throw new Error(`There is no line-labelled set in ${place}: it has no index.json.`)
  const read = (name: string): string => readFileSync(join(place, name), 'utf8')
  return indexSchema.parse(JSON.parse(read('index.json'))).map(({ id, site, lang, amb }) => {
    const text = read(`${id}.txt`)
    const labels = labelsSchema.parse(JSON.parse(read(`${id}.labels.json`)))
    return { id: `${set}/${id}`, site, language: lang, text, lines: goldLines(text, labels, new Set(amb)) }
  })
}

function goldLines(
  text: string,
  labels: z.infer<typeof labelsSchema>,
  ambiguous: ReadonlySet<number>,
): GoldLine[] {
  let number = 0
  let at = 0
  return labels.map(({ start, end, label }) => {
    for (; at < start; at++) if (text[at] === '\n') number++
    const line = text.slice(start, end)
    const scored = label !== 'title' && label !== 'image' && !ambiguous.has(number)
    return {
      start: start + line.length - line.trimStart().length,
      end: start + line.trimEnd().length,
      label,
      scored,
    }
  })
}
