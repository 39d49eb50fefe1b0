import { simpleLabelSet } from '../../src/core/label-set.ts'
import { priorModel } from '../../src/core/suggestions/prior-model.ts'
import type { Suggestion } from '../../src/core/suggestions/suggestion.ts'
import { confidenceFigures } from './confidence-figures.ts'
import { foldPriors } from './fold-priors.ts'
import { foldsBySite } from './folds.ts'
import { type GoldDocument, type GoldSet, goldSets, loadGold } from './gold.ts'
import { modelDocuments, type SiteKnowledge } from './model-documents.ts'
import { type Guess, score } from './score.ts'
import { scoreFigures } from './score-figures.ts'

/** Prints how well the prior finds body on pages of sites that it was not trained on, and how sure it may be. */
const [folder, priors = 'node_modules/.cache/bench/fold-priors.json'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the gold.')
const gold = { fundus: loadGold(folder, 'fundus'), wcxb: loadGold(folder, 'wcxb') }
const readerOf = foldPriors(gold, priors)

/** What suggestions of the prior are for the pages of a set. */
function suggestAll(set: GoldSet, sites: SiteKnowledge): (readonly (Suggestion | null)[])[] {
  return modelDocuments(gold[set], sites).map((document, index) => {
    const site = gold[set][index]?.site ?? ''
    return priorModel(simpleLabelSet, readerOf(site)).suggest(document)
  })
}

/** The bare reference: a line of twelve words or more that ends as a sentence does. */
function isSentence(line: string): boolean {
  return line.split(/\s+/).length >= 12 && /[.!?…。！？।]["'”’»)\]]*$/.test(line)
}

function row(set: GoldSet, guesses: readonly Guess[]): Record<string, string | number> {
  const folds = foldsBySite(gold[set], 5).map(({ measure }) => {
    const ids = new Set(measure.map(({ id }) => id))
    return score(guesses.filter(({ document }) => ids.has(document.id)))
  })
  return scoreFigures(score(guesses), folds)
}

const guess = (document: GoldDocument, suggestions: readonly (Suggestion | null)[] = []): Guess => ({
  document,
  body: suggestions.map((suggestion) => suggestion?.label === 'body'),
})

for (const set of goldSets) {
  const byRule = gold[set].map((document) => ({
    document,
    body: document.lines.map(({ start, end }) => isSentence(document.text.slice(start, end))),
  }))
  const bySites = (['folder', 'known', 'nothing'] as const).map((sites) => ({
    sites,
    suggestions: suggestAll(set, sites),
  }))
  const guessAll = (suggestions: readonly (readonly (Suggestion | null)[])[]): Guess[] =>
    gold[set].map((document, index) => guess(document, suggestions[index]))
  console.table([
    { set, by: 'twelve words and a full stop', ...row(set, byRule) },
    ...bySites.map(({ sites, suggestions }) => ({
      set,
      by: `prior, sites: ${sites}`,
      ...row(set, guessAll(suggestions)),
    })),
  ])
  const [folderOnly] = bySites
  if (!folderOnly) continue
  const guesses = guessAll(folderOnly.suggestions)
  const languages = [...new Set(gold[set].map(({ language }) => language))]
  const byLanguage = languages
    .map((language) => ({ language, some: guesses.filter(({ document }) => document.language === language) }))
    .toSorted((a, b) => b.some.length - a.some.length)
  console.table(byLanguage.map(({ language, some }) => ({ language, ...scoreFigures(score(some), []) })))
  console.table(confidenceFigures(gold[set], folderOnly.suggestions))
}
