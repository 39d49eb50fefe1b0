/** What a model makes of a document that waits for its annotator. */
export interface DocumentFigures {
  readonly document: string
  /** The site it is from; the name of a folder where the site is not known. */
  readonly site: string
  /** How many of its lines the model would get wrong by its own account, as a share from 0 to 1. */
  readonly uncertainty: number
  /** The share of its lines, from 0 to 1, that stand on no labelled document. */
  readonly novelty: number
}

/** A document to label next, and why. `random`: not chosen by the model, so that a fair test set remains. */
export interface NextDocument {
  readonly document: string
  readonly why: 'uncertain' | 'novel' | 'random'
  /** How much is expected from labelling it, from 0 to 1; 0 where it was drawn at random. */
  readonly score: number
}

/** Every fifth document offered is drawn at random. */
const randomEvery = 5

/** How much novelty counts beside uncertainty. */
const noveltyWeight = 0.5

/**
 * The order in which documents teach a model most: those it is unsure of and those unlike the labelled ones first, few
 * of one site in a row; every fifth one at random.
 *
 * The random ones are the first unfinished ones of {@link seededOrder}, which no labels change. So the documents that
 * {@link fairSample} names are a fair sample of the corpus, whichever others were labelled in between and why.
 * @param unfinished the documents that wait, of those to be offered; in any order
 * @param figures of any of them; those without figures are only drawn at random, or come last
 * @returns at most `count`, each document once
 */
export function nextOrder(
  unfinished: readonly string[],
  figures: readonly DocumentFigures[],
  count: number,
): NextDocument[] {
  const waiting = new Set(unfinished)
  const random = seededOrder(unfinished)
  const chosen: NextDocument[] = []
  const taken = new Set<string>()
  const take = (next: NextDocument): void => {
    taken.add(next.document)
    chosen.push(next)
  }
  const byScore = mostTelling(figures.filter(({ document }) => waiting.has(document)))
  let drawn = 0
  const draw = (): void => {
    while (drawn < random.length && taken.has(random[drawn] ?? '')) drawn++
    const document = random[drawn]
    if (document !== undefined) take({ document, why: 'random', score: 0 })
  }
  let told = 0
  const wanted = Math.min(count, waiting.size)
  while (chosen.length < wanted) {
    while (told < byScore.length && taken.has(byScore[told]?.document ?? '')) told++
    const best = byScore[told]
    if (best === undefined || chosen.length % randomEvery === randomEvery - 1) draw()
    else take(best)
  }
  return chosen
}

/** The documents most telling first. One of a site that was named before counts for less each time. */
function mostTelling(figures: readonly DocumentFigures[]): NextDocument[] {
  const scored = figures
    .map(({ document, site, uncertainty, novelty }) => ({
      document,
      site,
      why: uncertainty >= noveltyWeight * novelty ? ('uncertain' as const) : ('novel' as const),
      score: (uncertainty + noveltyWeight * novelty) / (1 + noveltyWeight),
    }))
    .sort((a, b) => b.score - a.score || seededNumber(a.document) - seededNumber(b.document))
  const ofSite = new Map<string, number>()
  return scored
    .map(({ document, site, why, score }) => {
      const before = ofSite.get(site) ?? 0
      ofSite.set(site, before + 1)
      return { document, why, score, rank: score / (1 + before) }
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ document, why, score }) => ({ document, why, score }))
}

/** `documents` in an order that depends on nothing but their names, and on those in no way that means anything. */
export function seededOrder(documents: readonly string[]): string[] {
  return documents
    .map((document) => ({ document, at: seededNumber(document) }))
    .sort((a, b) => a.at - b.at || (a.document < b.document ? -1 : 1))
    .map(({ document }) => document)
}

/**
 * The documents that may be taken for a random sample of the corpus: those from the start of {@link seededOrder} up to
 * the first one that is not finished.
 */
export function fairSample(documents: readonly string[], finished: ReadonlySet<string>): string[] {
  const order = seededOrder(documents)
  const end = order.findIndex((document) => !finished.has(document))
  return end === -1 ? order : order.slice(0, end)
}

/** A number of 32 bits for a name: FNV-1a over its UTF-16 code units, and a last mixing (of MurmurHash3). */
function seededNumber(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
