import type { Annotation } from '../../core/annotation.ts'
import type { Request } from '../../core/contract.ts'
import type { PropagationPreview } from '../../core/contract-repetition.ts'
import { lineKey } from '../../core/repetition/line-hash.ts'
import { propagationHits, type WantedLabels } from '../../core/repetition/propagation.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { judgeLabels } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'

type Wanted = Pick<Request<'previewPropagation'>, 'lines' | 'scope' | 'site' | 'documents' | 'from'>

/** The label of each line that is asked for, by the line's key. @throws WinnowError where two contradict each other */
export function wantedLabels(lines: Wanted['lines']): WantedLabels {
  const wanted = new Map<string, string>()
  for (const { text, key: given, label } of lines) {
    const key = given ?? lineKey(text)
    const other = wanted.get(key)
    if (other !== undefined && other !== label)
      throw new WinnowError(
        'bad-request',
        say`The line “${text.slice(0, 80)}” cannot be both ${other} and ${label} everywhere. Nothing was changed. Choose one of them.`,
      )
    wanted.set(key, label)
  }
  return wanted
}

/** The documents of the corpus within the scope of a propagation, in their order. @throws WinnowError */
export function documentsInScope(corpus: OpenCorpus, { scope, site, documents, from }: Wanted): string[] {
  const all = [...corpus.documents.ids()]
  if (scope === 'corpus') return all
  if (scope === 'documents') {
    const named = new Set(documents)
    return all.filter((document) => named.has(document))
  }
  const wanted = site ?? (from && 'document' in from ? corpus.documents.siteOf(from.document) : undefined)
  if (wanted === undefined)
    throw new WinnowError('bad-request', say`Say which site is meant, or choose the whole corpus.`)
  return all.filter((_, index) => corpus.documents.siteAt(index) === wanted)
}

/** A document as it is on the disk, read beside whatever session has it open. */
interface ReadDocument {
  readonly text: string
  readonly annotation: Annotation
}

/** Sums up what a propagation would do, document by document. */
export class PreviewSum {
  readonly #wanted: WantedLabels
  readonly #others = new Map<string, PropagationPreview['others'][number]>()
  readonly #preview: PropagationPreview = {
    documents: 0,
    segments: 0,
    alreadySame: 0,
    others: [],
    samples: [],
    leftOut: [],
    cancelled: false,
  }

  constructor(wanted: WantedLabels) {
    this.#wanted = wanted
  }

  add(document: string, { text, annotation: { segments } }: ReadDocument): void {
    const preview = this.#preview
    const { free, alreadySame, others } = propagationHits(text, segments, this.#wanted)
    preview.segments += free.size
    preview.alreadySame += alreadySame
    if (free.size > 0) preview.documents++
    const counted = new Set<string>()
    for (const index of others.keys()) {
      const { label, by } = segments[index] ?? {}
      if (!label || !by) continue
      const name = JSON.stringify([label, by])
      const sum = this.#others.get(name) ?? { label, by, segments: 0, documents: 0 }
      this.#others.set(name, sum)
      sum.segments++
      if (!counted.has(name)) sum.documents++
      counted.add(name)
    }
    const [first] = [...others.keys(), ...free.keys()]
    const room = others.size > 0 ? mostSamples : mostSamples - samplesKeptForOthers
    if (first === undefined || preview.samples.length >= room) return
    const textOf = (index: number): string => {
      const segment = segments[index]
      return segment ? text.slice(segment.start, segment.end).slice(0, sampleLength) : ''
    }
    preview.samples.push({
      document,
      before: textOf(first - 1),
      text: textOf(first),
      after: textOf(first + 1),
      label: segments[first]?.label ?? null,
    })
  }

  leaveOut(document: string, reason: string): void {
    this.#preview.leftOut.push({ document, reason })
  }

  result(cancelled: boolean): PropagationPreview {
    const others = [...this.#others.values()].sort((a, b) => b.segments - a.segments)
    // Those that would stay are what an annotator has to see first; documents come as the disk gave them.
    const samples = this.#preview.samples.sort(
      (a, b) => Number(a.label === null) - Number(b.label === null) || (a.document < b.document ? -1 : 1),
    )
    return { ...this.#preview, others, samples, cancelled }
  }
}

const mostSamples = 20
/** How many of them are left for documents in which the line has another label. */
const samplesKeptForOthers = 8
/** The longest text in a sample, in UTF-16 units. */
const sampleLength = 300

/**
 * The document's text and labels as they are on the disk; one without labels is cut by `rule`.
 * @throws WinnowError saying why it has to be left out
 */
export async function readForPreview(
  corpus: OpenCorpus,
  document: string,
  rule: SegmentationRule,
): Promise<ReadDocument> {
  const path = labelsPath(corpus.home.path, corpus.annotator, document)
  const dump = await corpus.source.read(document)
  const state = await judgeLabels(() => new DurableFile(path, labelsFileKind).read(), dump)
  switch (state.kind) {
    case 'sound':
      return { text: dump.text, annotation: state.annotation }
    case 'none':
      return {
        text: dump.text,
        annotation: { segments: segmentBy(rule, dump.text), status: 'new', note: '' },
      }
    case 'damaged':
      throw new WinnowError(
        'labels-damaged',
        say`Its labels file ${path} is damaged: ${state.reason}. Open it to settle its labels.`,
      )
    case 'dump-changed':
      throw new WinnowError(
        'labels-changed',
        say`Its dump changed after it was labelled. Open it to settle its labels.`,
      )
  }
}
