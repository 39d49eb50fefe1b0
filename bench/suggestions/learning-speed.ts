import { simpleLabelSet } from '../../src/core/label-set.ts'
import { createLearner } from '../../src/core/suggestions/learner.ts'
import type { LabelledModelDocument } from '../../src/core/suggestions/model-document.ts'

/** How many documents a corpus has that are labelled. */
const count = 200
const steps = 15

/**
 * How long a step of learning takes with 200 labelled documents of which one changed, up to the first suggestions of the
 * new model, beside a bare pass over the characters of their lines; medians in milliseconds.
 */
export function learningSpeed(documents: readonly LabelledModelDocument[]): Record<string, string | number> {
  const labelled = documents.slice(0, count)
  const learner = createLearner()
  const [first] = labelled
  if (!first) throw new Error('There are no documents.')
  const reading = timed(() => learner.learn(simpleLabelSet, labelled))
  const learning: number[] = []
  const bare: number[] = []
  for (let step = 0; step < steps; step++) {
    const changed = labelled.map((one, index) =>
      index === step
        ? { ...one, labels: one.labels.map((label, line) => (line === step ? null : label)) }
        : one,
    )
    learning.push(timed(() => learner.learn(simpleLabelSet, changed).suggest(first)))
    bare.push(timed(() => barePass(labelled)))
  }
  return {
    documents: labelled.length,
    lines: labelled.reduce((sum, { segments }) => sum + segments.length, 0),
    'read once (ms)': Math.round(reading),
    'a step (ms)': Math.round(median(learning)),
    'bare (ms)': Math.round(median(bare)),
    ratio: (median(learning) / median(bare)).toFixed(1),
  }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function barePass(documents: readonly LabelledModelDocument[]): number {
  let sum = 0
  for (const { text, segments } of documents)
    for (const { start, end } of segments)
      for (let at = start; at < end; at++) sum = (sum + text.charCodeAt(at)) | 0
  return sum
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
