import { type LabelsFile, labelsFileSchema, labelsFileVersion } from '../core/labels-file.ts'
import { say } from '../core/sentences/say.ts'
import type { FileKind } from './durable-file.ts'
import { LabelsJson } from './labels-json.ts'

/** How labels files are read, written and spoken of. */
export const labelsFileKind: FileKind<LabelsFile> = {
  get noun() {
    return say`labels file`
  },
  format: 'winnow-labels',
  schema: labelsFileSchema,
  version: labelsFileVersion,
  codes: { damaged: 'labels-damaged', newer: 'labels-newer', unreadable: 'labels-unreadable' },
  encoder: () => new LabelsJson(),
}
