import { simpleLabelSet } from '../../src/core/label-set.ts'
import { createLearner } from '../../src/core/suggestions/learner.ts'
import { foldPriors } from './fold-priors.ts'
import { foldsBySite } from './folds.ts'
import { type GoldSet, goldSets, loadGold } from './gold.ts'
import { labelledGold } from './labelled-gold.ts'
import { learningSpeed } from './learning-speed.ts'
import { modelDocuments } from './model-documents.ts'
import { type Guess, score } from './score.ts'
import { scoreFigures } from './score-figures.ts'
import { type SiteCase, siteCases } from './site-cases.ts'

/**
 * Prints how well body is found on pages of a site of which k other pages are labelled, with a prior that was trained
 * without the site, and beside it on the same pages without any label.
 */
const [folder, priors = 'node_modules/.cache/bench/fold-priors.json'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the gold.')
const gold = { fundus: loadGold(folder, 'fundus'), wcxb: loadGold(folder, 'wcxb') }
const readerOf = foldPriors(gold, priors)

/** Most pages of a site that can be labelled here: no site has more than four. */
const counts = [1, 2, 3]

console.table(goldSets.flatMap((set) => counts.flatMap((count) => rows(set, count))))
const shown = modelDocuments(gold.fundus, 'folder')
console.table([
  learningSpeed(
    gold.fundus.flatMap((page, index) => {
      const document = shown[index]
      return document ? [labelledGold(page, document)] : []
    }),
  ),
])

function rows(set: GoldSet, count: number): Record<string, string | number>[] {
  return [0, count].map((labelled) => {
    const cases = siteCases(gold[set], labelled, count)
    const guesses = guessAll(set, cases)
    const folds = foldsBySite(gold[set], 5).map(({ measure }) => {
      const ids = new Set(measure.map(({ id }) => id))
      return score(guesses.filter(({ document }) => ids.has(document.id)))
    })
    return { set, 'labelled pages': labelled, ...scoreFigures(score(guesses), folds) }
  })
}

function guessAll(set: GoldSet, cases: readonly SiteCase[]): Guess[] {
  // As a corpus is that has all pages in one folder.
  const documents = new Map(modelDocuments(gold[set], 'folder').map((document) => [document.id, document]))
  return cases.flatMap(({ document, labelled }) => {
    const shown = documents.get(document.id)
    if (!shown) return []
    const taught = labelled.flatMap((page) => {
      const known = documents.get(page.id)
      return known ? [labelledGold(page, known)] : []
    })
    const model = createLearner(readerOf(document.site)).learn(simpleLabelSet, taught)
    return [{ document, body: model.suggest(shown).map((suggestion) => suggestion?.label === 'body') }]
  })
}
