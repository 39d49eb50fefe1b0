import { simpleLabelSet } from '../../src/core/label-set.ts'
import { createLearner } from '../../src/core/suggestions/learner.ts'
import type { Suggestion } from '../../src/core/suggestions/suggestion.ts'
import { foldPriors } from '../suggestions/fold-priors.ts'
import { loadGold } from '../suggestions/gold.ts'
import { labelledGold } from '../suggestions/labelled-gold.ts'
import { modelDocuments } from '../suggestions/model-documents.ts'
import { type SiteCase, siteCases } from '../suggestions/site-cases.ts'
import { planKeys } from './plan-keys.ts'
import { screenStandIns } from './screen-stand-ins.ts'
import { isRight, wantedLabels } from './wanted-labels.ts'

/**
 * Prints how many keys an annotator presses for a page, who presses the fewest that get every line right: by hand, and
 * with the suggestions of a model that was trained without the site and has learned from k labelled pages of it. Every
 * key is pressed in the interface, and the labels are compared with the gold.
 */
for (const [name, value] of Object.entries(screenStandIns()))
  Object.defineProperty(globalThis, name, { value, configurable: true })
const { keysFor, pressKeys } = await import('./press-keys.ts')

const [folder, priors = 'node_modules/.cache/bench/fold-priors.json'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the gold.')
const gold = { fundus: loadGold(folder, 'fundus'), wcxb: loadGold(folder, 'wcxb') }
const readerOf = foldPriors(gold, priors)
const documents = new Map(modelDocuments(gold.fundus, 'folder').map((document) => [document.id, document]))
const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

console.table(
  [0, 1, 2, 3].map((count) => {
    const cases = siteCases(gold.fundus, count)
    const byHand = mean(cases.map(({ document }) => pressed(document, [], 1)))
    const row: Record<string, string | number> = {
      'labelled pages': count,
      pages: cases.length,
      'by hand': byHand.toFixed(1),
    }
    const suggested = cases.map((one) => ({ ...one, suggestions: suggestionsFor(one) }))
    for (const threshold of thresholds) {
      const keys = mean(suggested.map((one) => pressed(one.document, one.suggestions, threshold)))
      row[`from ${threshold}`] = `${keys.toFixed(1)} (${Math.round((100 * keys) / byHand)}%)`
    }
    return row
  }),
)
process.exit(0)

function suggestionsFor({ document, labelled }: SiteCase): readonly (Suggestion | null)[] {
  const shown = documents.get(document.id)
  if (!shown) return []
  const taught = labelled.flatMap((page) => {
    const known = documents.get(page.id)
    return known ? [labelledGold(page, known)] : []
  })
  return createLearner(readerOf(document.site)).learn(simpleLabelSet, taught).suggest(shown)
}

/** How many keys get `document` right. */
function pressed(
  document: SiteCase['document'],
  suggestions: readonly (Suggestion | null)[],
  threshold: number,
): number {
  const wanted = wantedLabels(document)
  const keys = keysFor(planKeys({ wanted, suggestions, threshold }))
  const after = pressKeys(document, suggestions, threshold, keys)
  const right = after.status === 'done' && after.labels.every((label, line) => isRight(wanted, line, label))
  if (!right) throw new Error(`${document.id} is not right after ${keys.join(' ')}.`)
  return keys.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
