import { createHash } from 'node:crypto'
import type { Annotation } from '../../core/annotation.ts'
import type { MergePreview } from '../../core/contract-merging.ts'
import { type LabelsFile, toLabelsFile } from '../../core/labels-file.ts'
import { type ConflictedText, conflictedText } from '../../core/merging/conflict-markers.ts'
import { type MergedAnnotations, mergeAnnotations, type Side } from '../../core/merging/merge-annotations.ts'
import { showConflict } from '../../core/merging/show-conflict.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskReason } from '../disk-error.ts'
import { largestFile } from '../file-kind.ts'
import { countLabelled } from '../judge-labels.ts'
import type { Dump } from '../read-dump.ts'
import { readRegularFile } from '../regular-file.ts'
import { type LabelsVersion, labelsVersion } from './labels-version.ts'

/** Two versions of the labels of one document, and what both were made of, if that is known. */
export interface LabelsSides {
  readonly mine: LabelsVersion
  readonly theirs: LabelsVersion
  readonly base: Annotation | null
}

/** What a user has chosen of a merge; `key` says of which. */
export interface MergeChoice {
  readonly key: string
  readonly choices: readonly Side[]
}

/**
 * The sides of the labels file at `path`, which git could not merge; null if there are no conflict markers in it.
 * @throws WinnowError where there are, and a side of them cannot be used
 */
export async function sidesInConflict(path: string, dump: Dump): Promise<LabelsSides | null> {
  const conflicted = await conflictIn(path)
  if (!conflicted) return null
  const version = (side: string) => labelsVersion(path, new TextEncoder().encode(side), dump)
  const [mine, theirs] = await Promise.all([version(conflicted.mine), version(conflicted.theirs)])
  const base =
    conflicted.base === null
      ? null
      : await version(conflicted.base).catch((error: unknown) => {
          // Without it, more is asked.
          if (error instanceof WinnowError) return null
          throw error
        })
  return { mine, theirs, base: base?.annotation ?? null }
}

async function conflictIn(path: string): Promise<ConflictedText | null> {
  try {
    return conflictedText(new TextDecoder().decode(await readBytes(path)))
  } catch (error) {
    // What cannot be read, or is far too large, is damaged in another way.
    if (error instanceof WinnowError) return null
    throw error
  }
}

/** As {@link sidesInConflict}. @throws WinnowError also where there are no conflict markers any more */
export async function requiredSides(path: string, dump: Dump): Promise<LabelsSides> {
  const sides = await sidesInConflict(path, dump)
  if (sides) return sides
  throw new WinnowError(
    'changed-meanwhile',
    say`There is nothing to merge in ${path} any more. Nothing was changed. Open the document again.`,
  )
}

/** The labels in a copy of a labels file. @throws WinnowError where they cannot be used */
export const versionOfCopy = async (path: string, dump: Dump): Promise<LabelsVersion> =>
  labelsVersion(path, await readBytes(path), dump)

async function readBytes(path: string): Promise<Buffer> {
  try {
    return (await readRegularFile(path, largestFile)).bytes
  } catch (error) {
    throw new WinnowError(
      'labels-unreadable',
      say`${path} could not be read: ${diskReason(error)}. It is untouched. Mend the cause and try again.`,
      { cause: error },
    )
  }
}

/** Tells two annotations from what they may be later. */
export const mergeKey = (mine: Annotation, theirs: Annotation): string =>
  createHash('sha256')
    .update(JSON.stringify([mine, theirs]))
    .digest('hex')

/** What a merge would do and what it has to ask. `mine` is null where nobody has saved any labels. */
export function previewOf(
  text: string,
  mine: { readonly annotation: Annotation; readonly saved: string | null },
  theirs: LabelsVersion,
  base: Annotation | null,
): MergePreview {
  const { conflicts, taken } = mergeAnnotations(base, mine.annotation, theirs.annotation)
  const { segments } = mine.annotation
  const labelled = segments.filter(({ label }) => label !== null).length
  return {
    key: mergeKey(mine.annotation, theirs.annotation),
    mine: { saved: mine.saved, labelled, segments: segments.length },
    theirs: {
      saved: theirs.file.saved,
      labelled: countLabelled(theirs.file),
      segments: theirs.file.segments.length,
    },
    taken,
    conflicts: conflicts.map((conflict) => showConflict(text, conflict)),
  }
}

/** The annotation that a choice makes of two. @throws WinnowError `changed-meanwhile` if it is that of two others */
export function settledBy(
  { key, choices }: MergeChoice,
  mine: Annotation,
  theirs: Annotation,
  base: Annotation | null,
): Annotation {
  const merged: MergedAnnotations = mergeAnnotations(base, mine, theirs)
  if (key !== mergeKey(mine, theirs) || choices.length !== merged.conflicts.length)
    throw new WinnowError(
      'changed-meanwhile',
      say`The labels were changed since you were asked. Nothing was merged. Look at them again.`,
    )
  return merged.settle(choices)
}

/** The labels file that a choice makes of the two sides of one. @throws WinnowError as {@link settledBy} does */
export function settledFile(
  dump: Dump,
  { mine, theirs, base }: LabelsSides,
  choice: MergeChoice,
): LabelsFile {
  const { document, annotator, segmentation } = mine.file
  return toLabelsFile(dump.text, settledBy(choice, mine.annotation, theirs.annotation, base), {
    document,
    annotator,
    segmentation,
    dump: dump.filed,
    seconds: Math.max(mine.file.seconds, theirs.file.seconds),
    revision: Math.max(mine.file.revision, theirs.file.revision) + 1,
    saved: new Date().toISOString(),
  })
}
