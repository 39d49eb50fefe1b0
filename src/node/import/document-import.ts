import type { ImportRequest } from '../../core/contract-import.ts'
import { placeLabels } from '../../core/import/place-labels.ts'
import type { Misplaced, PlacedLabels } from '../../core/import/placed-label.ts'
import type { ImportPlan } from '../../core/import/plan-import.ts'
import { refused } from '../../core/import/refused.ts'
import type { SegmentationRule } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import type { JournalStep } from './import-journal.ts'
import type { FoundLabels } from './import-reading.ts'
import type { ImportedLabels } from './imported-labels.ts'

/** What becomes, or became, of a document. */
export interface DocumentOutcome extends Pick<ImportPlan, 'change' | 'labelled'> {
  /** Labels or suggestions that it has already and the file has otherwise. */
  readonly others: readonly { readonly text: string; readonly label: string }[]
  readonly aligned: number | null
}

/** Takes what files say into documents: as labels of one annotator, or as suggestions of one model. */
export interface DocumentImport {
  /** What {@link take} would do. Writes nothing. @throws WinnowError */
  preview(found: FoundLabels): Promise<DocumentOutcome>
  /**
   * Resolves once it is durable; `step` is needed to take it back, null if nothing changed.
   * @throws WinnowError, with nothing changed
   */
  take(found: FoundLabels): Promise<{ outcome: DocumentOutcome; step: JournalStep | null }>
}

/** What both ways need of the corpus and the request. */
export interface ImportContext {
  readonly corpus: OpenCorpus
  readonly request: ImportRequest
  readonly labels: ImportedLabels
  /** By which documents are cut that nobody has labelled. */
  readonly rule: SegmentationRule
}

/** Offsets that do not fit, or a text too little of which was found. */
export class MisplacedLabels extends WinnowError {
  readonly misplaced: Misplaced

  constructor(misplaced: Misplaced) {
    const { reason, unit } = misplaced
    super(
      'record-refused',
      unit === null ? reason : `${reason} ${say`Correct the file, or have them counted so.`}`,
    )
    this.misplaced = misplaced
  }
}

/** What was found, in its place in `text`, that of its document. @throws MisplacedLabels */
export function placeFound(
  text: string,
  { read, labels }: FoundLabels,
  { request, labels: { becomes } }: ImportContext,
): PlacedLabels {
  const { unit, leastAligned } = request
  const { spans, lines } = labels
  const placed = placeLabels(
    text,
    { spans, lines, text: read.text, unit: read.unit },
    { unit, leastAligned, becomes },
  )
  if ('reason' in placed) throw new MisplacedLabels(placed)
  return placed
}

const longestExample = 40

/** The error that tells that a document has other labels already, which stay. */
export function inTheWay({ others }: DocumentOutcome): WinnowError {
  const [first = { text: '', label: '' }] = others
  const text = first.text.length > longestExample ? `${first.text.slice(0, longestExample)}…` : first.text
  return refused(
    say`Labels that it has already are different in ${others.length} segments, first “${text}”, which is ${first.label}. They were left as they are; have them overwritten to take these in their place.`,
  )
}
