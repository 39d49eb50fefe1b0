import { type Edit, type EditMismatch, resegmentFaults } from '../core/edit.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { Dump } from './read-dump.ts'
import type { SessionPlace } from './session-hooks.ts'
import type { SessionState } from './session-state.ts'

/** Differs where the text may: the same bytes can be decoded and converted in several ways. */
export const contentOf = ({ sha256, encoding, conversion }: Dump): string =>
  `${sha256} ${encoding} ${conversion?.version ?? ''}`

/** @throws WinnowError where edits cut the text in a way that no labels file may hold */
export function refuseFaults({ document }: SessionPlace, dump: Dump, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const fault = edit.kind === 'resegment' ? resegmentFaults(dump.text, edit)[0] : undefined
    if (fault)
      throw new WinnowError('bad-request', say`Segments of “${document}” cannot be cut so: ${fault}.`)
  }
}

/**
 * @param shown the {@link contentOf} what the edits are meant for; null where nobody was shown anything
 * @throws WinnowError where edits must not be applied, as they are meant for something else
 */
export function refuseUnfit(
  { document, labelsPath, source }: SessionPlace,
  dump: Dump,
  state: SessionState,
  shown: string | null,
): void {
  if (state.kind === 'newer')
    throw new WinnowError(
      'labels-newer',
      say`${state.newer} Nothing was saved. Update Winnow to label “${document}”.`,
    )
  if (state.kind === 'damaged')
    throw new WinnowError(
      'labels-damaged',
      say`The labels file ${labelsPath} was damaged by something else: ${state.reason}. It was not overwritten. Open “${document}” again to choose how to go on.`,
    )
  if (state.kind === 'dump-changed' || (shown !== null && shown !== contentOf(dump)))
    throw new WinnowError(
      'labels-changed',
      say`The dump ${source.pathOf(document)} changed since it was opened, so the new labels may not fit it and were not saved. Those saved before are safe. Open “${document}” again.`,
    )
}

/** What is said where others labelled the same meanwhile. */
export function changedMeanwhile({ document }: SessionPlace, cause: EditMismatch): WinnowError {
  return new WinnowError(
    'labels-changed',
    say`Another window labelled the same segments of “${document}” meanwhile (${cause.message}). Its labels were kept and these were not saved. Open the document again to see them.`,
    { cause },
  )
}
