import type { LabelSet } from '../label-set.ts'
import { likeliest, marginals } from './crf.ts'
import { evidenceSources } from './evidence-source.ts'
import { bestGenre, labelFit, triedGenres } from './genre-fit.ts'
import { labelChain } from './label-chain.ts'
import { countClasses, expectedStates, labelStates, statesOfClasses } from './label-states.ts'
import type { SuggestionModel } from './model.ts'
import type { LabelledModelDocument, ModelDocument } from './model-document.ts'
import { PageIndex } from './page-index.ts'
import { readPrior } from './prior/built-in-network.ts'
import { classLabels } from './prior-class.ts'
import { type PriorReader, priorModel, priorSuggestions } from './prior-model.ts'
import { type PageLines, type ReadPage, readLines, readPage } from './read-page.ts'
import { SiteMemory } from './site-memory.ts'
import type { Suggestion, SuggestionReason } from './suggestion.ts'

/** Learns from labelled documents, from all of them anew each time; remembers only what it has read of their texts. */
export interface Learner {
  /**
   * The model that `labelled` teaches; the prior where that has no label of the label set. It depends on nothing but
   * the label set and `labelled`, in whatever order they are. The labels of a document that is asked for itself stand.
   */
  learn(labelSet: LabelSet, labelled: readonly LabelledModelDocument[]): SuggestionModel
}

/**
 * A learner that reads a document once, until its text or its segments change, however often it learns.
 * @param read another prior than the built-in one is for measuring
 */
export function createLearner(read: PriorReader = readPrior): Learner {
  let known = new Map<string, ReadDocument>()
  return {
    learn(labelSet, labelled) {
      const documents = labelled
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((document): ReadDocument & { readonly document: LabelledModelDocument } => {
          const before = known.get(document.id)
          if (before && sameToRead(before.document, document)) return { ...before, document }
          const reading = read(document)
          const classes = triedGenres.map((genre) => reading(genre).likely)
          return { document, lines: readLines(document), classes }
        })
      known = new Map(documents.map((one) => [one.document.id, one]))
      return learnedModel(labelSet, documents, read)
    },
  }
}

/** A document and what was read of it. */
interface ReadDocument {
  readonly document: ModelDocument
  readonly lines: PageLines
  /** What the prior makes of it, for each of {@link triedGenres}. */
  readonly classes: readonly Float64Array[]
}

/** Whether the same can be read of both. */
const sameToRead = (a: ModelDocument, b: ModelDocument): boolean =>
  a.text === b.text &&
  a.segments.length === b.segments.length &&
  a.repetition.length === b.repetition.length &&
  a.segments.every(({ start, end }, n) => b.segments[n]?.start === start && b.segments[n]?.end === end) &&
  a.repetition.every(
    ({ documents, siteDocuments, siteSize }, n) =>
      b.repetition[n]?.documents === documents &&
      b.repetition[n]?.siteDocuments === siteDocuments &&
      b.repetition[n]?.siteSize === siteSize,
  )

function learnedModel(
  labelSet: LabelSet,
  documents: readonly (ReadDocument & { readonly document: LabelledModelDocument })[],
  read: PriorReader,
): SuggestionModel {
  const states = labelStates(labelSet)
  const labelled = documents
    .map((one) => ({
      ...one,
      // What the label set does not have is as if nobody had said it.
      labels: Int32Array.from(one.document.labels, (label) => (label === null ? -1 : states.indexOf(label))),
    }))
    .filter(({ labels }) => labels.some((label) => label >= 0))
  if (labelled.length === 0) return priorModel(labelSet, read)
  const fitting = classLabels(labelSet)
  const index = new PageIndex(labelled.map(({ lines }) => lines))
  const fits = labelled.map(({ document, classes }) =>
    classes.map((likely) => labelFit(likely, document.labels, fitting)),
  )
  const own = new Map(labelled.map(({ document, labels }) => [document.id, { document, labels }]))
  const taught = triedGenres.map((_, genre) =>
    once(() => {
      const pages = labelled.map(({ lines, classes, labels }) => ({
        page: readPage(lines, classes[genre] ?? new Float64Array()),
        labels,
      }))
      const shares = statesOfClasses(labelSet, states, countClasses(pages, states.length))
      const expect = (page: ReadPage): Float64Array => expectedStates(page.classes, shares, states.length)
      const priors = pages.map((one) => ({ ...one, prior: expect(one.page) }))
      return { expect, memory: new SiteMemory(priors, states.length) }
    }),
  )
  return {
    suggest(document) {
      const lines = readLines(document)
      const near = index.similar(lines)
      const genre = bestGenre(fits, near)
      const here = taught[genre]
      if (!here || document.segments.length === 0) return []
      const { expect, memory } = here()
      const reading = read(document)(triedGenres[genre] ?? triedGenres[0])
      const page = readPage(lines, reading.likely)
      const expected = expect(page)
      const evidence = memory.evidence(page, expected, near)
      const present = own.get(document.id)
      const given = present ? givenLabels(document, present.document, present.labels) : null
      const chain = labelChain(expected, evidence, states.length, given)
      const likely = marginals(chain).classes
      const path = likeliest(chain)
      const before = priorSuggestions(fitting, reading)
      return Array.from(path, (state, line): Suggestion | null => {
        const label = states[state] ?? null
        if (label === null) return null
        const at = line * states.length + state
        const unlearned = before[line]
        const reason = reasonFor(evidence, at, unlearned?.label === label ? unlearned.reason : null)
        return { label, confidence: Math.min(1, likely[at] ?? 0), reason }
      })
    },
  }
}

/** What `make` makes, when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** One a segment of `document`: the index of the label that it has already, -1 where it has none. */
function givenLabels(document: ModelDocument, same: LabelledModelDocument, labels: Int32Array): Int32Array {
  const at = new Map(same.segments.map(({ start, end }, n) => [`${start} ${end}`, labels[n] ?? -1]))
  return Int32Array.from(document.segments, ({ start, end }) => at.get(`${start} ${end}`) ?? -1)
}

const sameLine = [evidenceSources.indexOf('same'), evidenceSources.indexOf('same-over-prior')]

/** Why a label is suggested: what the labels tell where they tell more than a little, else why the prior thinks so. */
function reasonFor(
  evidence: Float64Array,
  state: number,
  ofPrior: SuggestionReason | null,
): SuggestionReason {
  const told = (source: number): number => evidence[state * evidenceSources.length + source] ?? 0
  if (sameLine.some((source) => told(source) > 0)) return 'repeated-labelled'
  const most = Math.max(...evidenceSources.map((_, source) => told(source)))
  return ofPrior !== null && most < 0.5 ? ofPrior : 'like-labelled'
}
