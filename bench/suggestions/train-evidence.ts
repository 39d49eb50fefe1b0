import { marginals } from '../../src/core/suggestions/crf.ts'
import { evidenceSources } from '../../src/core/suggestions/evidence-source.ts'
import type { EvidenceWeights } from '../../src/core/suggestions/evidence-weights.ts'
import { labelChain, leastPrior } from '../../src/core/suggestions/label-chain.ts'
import type { LabelledPage } from '../../src/core/suggestions/labelled-page.ts'
import { PageIndex } from '../../src/core/suggestions/page-index.ts'
import { genres } from '../../src/core/suggestions/prior/read-prior.ts'
import { priorClasses } from '../../src/core/suggestions/prior-class.ts'
import { readLines, readPage } from '../../src/core/suggestions/read-page.ts'
import { SiteMemory } from '../../src/core/suggestions/site-memory.ts'
import { foldPriors } from './fold-priors.ts'
import { type GoldDocument, type GoldSet, goldSets, loadGold } from './gold.ts'
import { modelDocuments } from './model-documents.ts'
import { seededRandom } from './random.ts'
import { siteCases } from './site-cases.ts'

/** Prints the weights of the evidence of labelled pages, fitted on all sites of the gold that have several pages. */
const [folder, priors = 'node_modules/.cache/bench/fold-priors.json'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the gold.')

/** How much a page of each set counts; the sets differ in what they call body. */
const setWeights = { fundus: 1, wcxb: 0.1 } as const
/** What the prior takes the pages for; in a corpus, labelled pages tell. */
const setGenres = { fundus: genres.news, wcxb: genres.guide } as const
/** How many labelled pages of other sites lie beside those of the site, in every second case. */
const strangers = 12
const rounds = 50
const rate = 0.06
/** How strongly weights are held to 0; that of the prior, to 1. */
const decay = 0.02
const priorDecay = 0.1

interface Example {
  readonly weight: number
  readonly prior: Float64Array
  readonly evidence: Float64Array
  /** Lines × classes: 1 where the gold allows the class. */
  readonly allowed: Uint8Array
}

const classCount = priorClasses.length
const gold = { fundus: loadGold(folder, 'fundus'), wcxb: loadGold(folder, 'wcxb') }
const readerOf = foldPriors(gold, priors)
const weights = fitted(goldSets.flatMap(examples))
console.log(
  JSON.stringify(weights, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value), 2),
)

function examples(set: GoldSet): Example[] {
  const random = seededRandom(1)
  const pages = new Map<string, LabelledPage>()
  // Where the prior does not know what repeats, it shows what labels of repeats are worth.
  const shown = modelDocuments(gold[set], 'nothing')
  gold[set].forEach((document, index) => {
    const seen = shown[index]
    if (!seen) return
    const page = readPage(readLines(seen), readerOf(document.site)(seen)(setGenres[set]).likely)
    pages.set(document.id, { page, labels: classesOf(document), prior: page.classes })
  })
  const pageOf = ({ id }: GoldDocument): LabelledPage[] => {
    const page = pages.get(id)
    return page ? [page] : []
  }
  return [1, 2].flatMap((count) =>
    siteCases(gold[set], count).flatMap(({ document, labelled }, index) => {
      const others = Array.from(
        { length: index % 2 === 0 ? 0 : strangers },
        () => gold[set][Math.floor(random() * gold[set].length)],
      ).filter((other) => other !== undefined && other.site !== document.site)
      const known = [...labelled, ...others].flatMap((page) => (page ? pageOf(page) : []))
      const memory = new SiteMemory(known, classCount)
      const similar = new PageIndex(known.map(({ page }) => page))
      return pageOf(document).map(({ page, labels, prior }) => ({
        weight: setWeights[set],
        prior,
        evidence: memory.evidence(page, prior, similar.similar(page)),
        allowed: allowedClasses(labels),
      }))
    }),
  )
}

/** The class of each line as the gold has it, -1 where it does not say. */
function classesOf({ lines }: GoldDocument): Int32Array {
  return Int32Array.from(lines, ({ label }) =>
    label === 'image' ? -1 : priorClasses.indexOf(label === 'other' ? 'boilerplate' : label),
  )
}

/** The gold does not tell captions from other lines that are not body. */
function allowedClasses(classes: Int32Array): Uint8Array {
  const boilerplate = priorClasses.indexOf('boilerplate')
  const caption = priorClasses.indexOf('caption')
  const allowed = new Uint8Array(classes.length * classCount)
  classes.forEach((own, line) => {
    for (let other = 0; other < classCount; other++)
      if (own < 0 || own === other || (own === boilerplate && other === caption))
        allowed[line * classCount + other] = 1
  })
  return allowed
}

/** Fits the weights by the likelihood of the gold, with Adam (Kingma and Ba, 2015) over all examples at once. */
function fitted(all: readonly Example[]): EvidenceWeights {
  const values = new Float64Array(2 + evidenceSources.length)
  values[0] = 1
  const first = new Float64Array(values.length)
  const second = new Float64Array(values.length)
  for (let round = 1; round <= rounds; round++) {
    const slope = slopes(all, values)
    for (let n = 0; n < values.length; n++) {
      const held = n === 0 ? priorDecay * ((values[n] ?? 0) - 1) : decay * (values[n] ?? 0)
      const down = (slope[n] ?? 0) + held
      first[n] = 0.8 * (first[n] ?? 0) + 0.2 * down
      second[n] = 0.95 * (second[n] ?? 0) + 0.05 * down * down
      const mean = (first[n] ?? 0) / (1 - 0.8 ** round)
      const spread = Math.sqrt((second[n] ?? 0) / (1 - 0.95 ** round))
      values[n] = (values[n] ?? 0) - (rate * mean) / (spread + 1e-8)
    }
  }
  return weightsOf(values)
}

function weightsOf(values: Float64Array): EvidenceWeights {
  const [prior = 0, stay = 0, ...rest] = values
  const sources = Object.fromEntries(evidenceSources.map((source, n) => [source, rest[n] ?? 0]))
  return { prior, stay, sources: sources as EvidenceWeights['sources'] }
}

/** How fast the loss rises with each weight, a page on average. */
function slopes(all: readonly Example[], values: Float64Array): Float64Array {
  const slope = new Float64Array(values.length)
  let total = 0
  const weights = weightsOf(values)
  const sources = evidenceSources.length
  for (const { weight, prior, evidence, allowed } of all) {
    const chain = labelChain(prior, evidence, classCount, null, weights)
    const free = marginals(chain)
    const bound = marginals(chain, allowed)
    total += weight
    for (let own = 0; own < classCount; own++) {
      const at = own * classCount + own
      slope[1] = (slope[1] ?? 0) + weight * ((free.transitions[at] ?? 0) - (bound.transitions[at] ?? 0))
    }
    for (let at = 0; at < prior.length; at++) {
      const excess = weight * ((free.classes[at] ?? 0) - (bound.classes[at] ?? 0))
      slope[0] = (slope[0] ?? 0) + excess * Math.log(Math.max(leastPrior, prior[at] ?? 0))
      for (let source = 0; source < sources; source++)
        slope[2 + source] = (slope[2 + source] ?? 0) + excess * (evidence[at * sources + source] ?? 0)
    }
  }
  return slope.map((value) => value / total)
}
