import { features } from '../../src/core/suggestions/prior/features.ts'
import { type PageShape, pageShape } from '../../src/core/suggestions/prior/page-shape.ts'
import { genres, rowSteps, withGenre } from '../../src/core/suggestions/prior/read-prior.ts'
import { type PriorClass, priorClasses } from '../../src/core/suggestions/prior-class.ts'
import type { GoldDocument, GoldSet } from './gold.ts'
import { modelDocuments, type SiteKnowledge } from './model-documents.ts'
import type { Example } from './train-network.ts'

/** How far above the body a picture may stand whose caption belongs to the article, in lines. */
const captionReach = 6

/** The genre where the network has to tell from the page itself: as far from news as from guides. */
const untold = (genres.news + genres.guide) / 2

/**
 * What the network learns from: each document as it looks where its site is known, where all documents lie in one
 * folder, before any line has been counted, and without the blank lines and images that another converter may not
 * leave; with and without its genre. So it does not come to depend on any of these.
 * @param weight how much each document counts
 */
export function priorExamples(documents: readonly GoldDocument[], set: GoldSet, weight: number): Example[] {
  const genre = set === 'fundus' ? genres.news : genres.guide
  const seen = (knowledge: SiteKnowledge): PageShape[] => modelDocuments(documents, knowledge).map(pageShape)
  const known = seen('known')
  const folder = seen('folder')
  const nothing = seen('nothing')
  return documents.map((gold, index) => {
    const view = (page: PageShape | undefined, of: number): Example['views'] =>
      page ? [{ inputs: withGenre(features(page), of), steps: rowSteps(page) }] : []
    const page = known[index]
    return {
      weight,
      views: [
        ...view(page, genre),
        ...view(folder[index], genre),
        ...view(folder[index], untold),
        ...view(nothing[index], untold),
        ...view(page && bare(gold, page), untold),
      ],
      allowed: page ? allowedClasses(gold, page) : new Uint8Array(),
    }
  })
}

/** The page without blank lines, nor lines that hold nothing but images. */
function bare(gold: GoldDocument, page: PageShape): PageShape {
  let text = ''
  const segments = page.segments.flatMap((segment) => {
    const line = gold.lines[segment]
    if (!line) return []
    const start = text.length
    text += `${gold.text.slice(line.start, line.end)}\n`
    return [{ start, end: text.length - 1 }]
  })
  return pageShape({ id: gold.id, site: '', text, segments, repetition: [] })
}

/** Which classes each row may have: the gold one, or any where the gold does not say. Rows × classes. */
function allowedClasses(gold: GoldDocument, page: PageShape): Uint8Array {
  const captions = captionLines(gold, page)
  const allowed = new Uint8Array(page.segments.length * priorClasses.length)
  page.segments.forEach((segment, row) => {
    const line = gold.lines[segment]
    const known = line && (line.scored || line.label === 'title')
    const name: PriorClass =
      line?.label === 'body' || line?.label === 'title'
        ? line.label
        : captions.has(segment)
          ? 'caption'
          : 'boilerplate'
    priorClasses.forEach((other, index) => {
      if (!known || other === name) allowed[row * priorClasses.length + index] = 1
    })
  })
  return allowed
}

/**
 * The lines that are taken for captions, as the sets do not tell them from the rest: lines that are not body, within
 * the article, and name who made a picture, or come right after a picture and say what its description says, or say it
 * in a sentence.
 */
function captionLines(gold: GoldDocument, page: PageShape): Set<number> {
  const first = gold.lines.findIndex(({ label }) => label === 'body')
  const last = gold.lines.findLastIndex(({ label }) => label === 'body')
  const captions = new Set<number>()
  gold.lines.forEach(({ label }, index) => {
    if (label === 'caption') captions.add(index)
    const shape = page.shapes[index]
    if (label !== 'other' || !shape || index < first - captionReach || index > last) return
    const before = page.shapes[index - 1]
    const described = new Set(before?.imageWords)
    const same = shape.words.filter((word) => described.has(word)).length
    const afterPicture = before?.isResidue === true && page.shapes[index + 1]?.isResidue !== true
    const saysSo = shape.wordCount >= 4 && (same > 0.6 * shape.words.length || shape.endsTerminal)
    if ((shape.hasCredit && shape.wordCount < 80 && !shape.hasDate) || (afterPicture && saysSo))
      captions.add(index)
  })
  return captions
}
