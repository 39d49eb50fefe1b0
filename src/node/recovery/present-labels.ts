import type { Annotation } from '../../core/annotation.ts'
import { segmentBy } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { judgeLabels } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import type { Dump } from '../read-dump.ts'

/** A document and its labels as the disk has them. */
export interface PresentLabels {
  readonly dump: Dump
  readonly annotation: Annotation
  readonly revision: number
  /** When they were saved, ISO 8601 in UTC; null if never. */
  readonly saved: string | null
}

/**
 * What the disk has of a document, without the lock of its labels, which a disk that is full or read-only does not grant.
 * @throws WinnowError where it cannot be read, or the annotator has to decide first
 */
export async function presentLabels(
  { store, home, annotator }: OpenCorpus,
  document: string,
): Promise<PresentLabels> {
  const dump = await store.session(document).read()
  const path = labelsPath(home.path, annotator, document)
  const state = await judgeLabels(() => new DurableFile(path, labelsFileKind).read(), dump)
  if (state.kind === 'sound') {
    const { annotation, file } = state
    return { dump, annotation, revision: file.revision, saved: file.saved }
  }
  if (state.kind === 'none') {
    const { segmentation } = await new ProjectStore(home.path).read()
    const segments = segmentBy(segmentation, dump.text)
    return { dump, annotation: { segments, status: 'new', note: '' }, revision: 0, saved: null }
  }
  throw new WinnowError(
    state.kind === 'damaged' ? 'labels-damaged' : 'labels-changed',
    state.kind === 'damaged'
      ? say`The labels file ${path} is damaged. Open “${document}” and choose what becomes of it first.`
      : say`The dump of “${document}” changed under its labels. Open it and choose what becomes of them first.`,
  )
}
