import type { Annotation } from '../../core/annotation.ts'
import type { Edit } from '../../core/edit.ts'
import { planImport } from '../../core/import/plan-import.ts'
import { refused } from '../../core/import/refused.ts'
import { segmentBy } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { DurableFile } from '../durable-file.ts'
import { judgeLabels } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsPath } from '../labels-path.ts'
import type { LabelsStore } from '../labels-store.ts'
import type { Dump } from '../read-dump.ts'
import {
  type DocumentImport,
  type DocumentOutcome,
  type ImportContext,
  inTheWay,
  placeFound,
} from './document-import.ts'
import type { JournalStep } from './import-journal.ts'
import type { FoundLabels } from './import-reading.ts'

interface Planned {
  readonly outcome: DocumentOutcome
  readonly edits: readonly Edit[]
}

const nothingPlanned: Planned = {
  outcome: { change: 'unchanged', labelled: 0, others: [], aligned: null },
  edits: [],
}

/** Takes labels in as those of one annotator. */
export class LabelsOfAnnotator implements DocumentImport {
  readonly #context: ImportContext
  readonly #store: LabelsStore

  /** @param store the annotator's */
  constructor(context: ImportContext, store: LabelsStore) {
    this.#context = context
    this.#store = store
  }

  async preview(found: FoundLabels): Promise<DocumentOutcome> {
    const dump = await this.#context.corpus.source.read(found.document)
    return this.#plan(dump.text, await this.#present(found.document, dump), found).outcome
  }

  async take(found: FoundLabels): Promise<{ outcome: DocumentOutcome; step: JournalStep | null }> {
    const { document } = found
    const done = { planned: nothingPlanned }
    await this.#store.session(document).apply((text, annotation) => {
      // Whoever changed the dump since it was compared is told by the offsets, which no longer fit.
      const planned = this.#plan(text, annotation, found)
      if (planned.outcome.change === 'conflict') throw inTheWay(planned.outcome)
      done.planned = planned
      return planned.edits
    }, 'import')
    const { outcome, edits } = done.planned
    return { outcome, step: edits.length > 0 ? { document, edits: [...edits] } : null }
  }

  #plan(text: string, present: Annotation, found: FoundLabels): Planned {
    const placed = placeFound(text, found, this.#context)
    const { rule, request } = this.#context
    const { change, edits, labelled, others } = planImport(text, present, placed, found.read.status, {
      rule,
      status: request.status,
      rest: request.rest,
      overwrite: request.overwrite,
    })
    const shown = others.map(({ start, end, label }) => ({
      text: text.slice(start, end),
      label: label ?? '',
    }))
    return { outcome: { change, labelled, others: shown, aligned: placed.aligned }, edits }
  }

  /** The annotation as it is saved, or the one that the document starts with. @throws WinnowError if it is not sound */
  async #present(document: string, dump: Dump): Promise<Annotation> {
    const path = labelsPath(this.#store.home, this.#store.annotator, document)
    const state = await judgeLabels(() => new DurableFile(path, labelsFileKind).read(), dump)
    if (state.kind === 'sound') return state.annotation
    if (state.kind === 'none')
      return { segments: segmentBy(this.#context.rule, dump.text), status: 'new', note: '' }
    throw refused(
      state.kind === 'damaged'
        ? say`Its labels file ${path} is damaged: ${state.reason}.`
        : say`Its dump changed after it was labelled. Open it to settle its labels.`,
    )
  }
}
