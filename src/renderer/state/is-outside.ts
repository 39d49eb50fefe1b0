import type { Edit } from '../../core/edit.ts'

/** Whether a change of labels was made by another program on the disk, and not by a window or the corpus's rule. */
export const isOutside = (client: string, edits: readonly Edit[]): boolean =>
  client === 'another-process' && !edits.some((edit) => edit.kind === 'resegment' && edit.rule)
