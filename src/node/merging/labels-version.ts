import type { Annotation } from '../../core/annotation.ts'
import type { LabelsFile } from '../../core/labels-file.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { judgeLabels } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { parseFile } from '../parse-file.ts'
import type { Dump } from '../read-dump.ts'

/** One version of the labels of a document. */
export interface LabelsVersion {
  readonly file: LabelsFile
  readonly annotation: Annotation
}

/**
 * The labels that `bytes`, of or in the file at `path`, hold for `dump`.
 * @throws WinnowError where they are damaged, of a newer version, or for another content of the dump
 */
export async function labelsVersion(path: string, bytes: Uint8Array, dump: Dump): Promise<LabelsVersion> {
  const { data, newer } = parseFile(labelsFileKind, path, bytes)
  if (newer) throw new WinnowError('labels-newer', say`${newer} Update Winnow to merge it.`)
  const state = await judgeLabels(async () => data, dump)
  if (state.kind === 'sound') return state
  const reason = state.kind === 'damaged' ? state.reason : say`it belongs to another content of the dump`
  throw new WinnowError('labels-damaged', say`The labels in ${path} cannot be merged: ${reason}.`)
}
