import { copyFile, link, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CarriedOver, carryOver } from '../core/carry-over.ts'
import type { SettleChoice, UnsettledDocument } from '../core/contract.ts'
import { type LabelsFile, toLabelsFile } from '../core/labels-file.ts'
import { mergeAnnotations } from '../core/merging/merge-annotations.ts'
import { type SegmentationRule, segmentBy } from '../core/segmentation/rules.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { snapshotCopies } from './backups/snapshot-copies.ts'
import { diskCode, isMissing, notSaved } from './disk-error.ts'
import { DurableFile } from './durable-file.ts'
import { countLabelled, judgeLabels, type LabelsState } from './judge-labels.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { type MergeChoice, requiredSides, settledFile, sidesInConflict } from './merging/labels-sides.ts'
import type { Dump } from './read-dump.ts'
import { backupOf } from './replace-file.ts'
import { syncFolder } from './sync-folder.ts'
import { timeMark } from './time-mark.ts'

/** A state of the labels in which the annotator has to choose what becomes of them. */
export type UnsettledState = Extract<LabelsState, { kind: 'damaged' | 'dump-changed' }>

type Choices = UnsettledDocument['choices']

/** Tells what is wrong with the labels at `path` and what the annotator can choose. Writes nothing. */
export async function describeUnsettled(
  path: string,
  dumpPath: string,
  dump: Dump,
  state: UnsettledState,
  rule: SegmentationRule,
): Promise<{ message: string; choices: Choices; isConflict: boolean }> {
  const choices: Choices = []
  let conflict: string | null = null
  if (state.kind === 'damaged') {
    const merge = await describeConflict(path, dump)
    conflict = merge?.message ?? null
    if (merge?.consequence) choices.push({ choice: 'merge', consequence: merge.consequence })
    const backup = await soundBackup(path, dump)
    if (backup)
      choices.push({
        choice: 'backup',
        consequence: say`Opens the version saved before, of ${backup.saved}, in which ${countLabelled(backup)} of ${backup.segments.length} segments are labelled. The damaged file is kept beside it.`,
      })
  } else {
    const { kept, lost, toReview } = carried(dump, state.file, rule)
    const consequence = [
      say`${kept} of ${kept + lost.length} labelled segments keep their label by their text.`,
      lost.length === 0
        ? say`None is lost.`
        : say`The ${lost.length} whose text is gone stay listed in the old labels file, which is kept.`,
      toReviewSentence(toReview),
    ]
    choices.push({ choice: 'carry-over', consequence: consequence.join(' ') })
  }
  choices.push({
    choice: 'fresh',
    consequence: say`Opens the document without labels. The present labels file is kept under another name beside it.`,
  })
  const what =
    conflict !== null
      ? conflict
      : state.kind === 'damaged'
        ? say`The labels file ${path} cannot be used: ${state.reason}.`
        : say`The dump ${dumpPath} is not the one that was labelled: its content changed after the labels were saved in ${path}.`
  return {
    message: say`${what} Nothing was changed or overwritten. Choose how to go on.`,
    choices,
    isConflict: conflict !== null,
  }
}

/** What is to be said of conflict markers in the labels file, and what a merge does; null if there are none. */
async function describeConflict(
  path: string,
  dump: Dump,
): Promise<{ message: string; consequence: string | null } | null> {
  const message = say`The labels file ${path} holds two versions that git could not merge, with its conflict markers between them.`
  try {
    const sides = await sidesInConflict(path, dump)
    if (!sides) return null
    const { mine, theirs, base } = sides
    const { conflicts } = mergeAnnotations(base, mine.annotation, theirs.annotation)
    const asked =
      conflicts.length === 0
        ? say`Nothing has to be chosen.`
        : conflicts.length === 1
          ? say`Where they differ you choose, in 1 place.`
          : say`Where they differ you choose, in ${conflicts.length} places.`
    return {
      message,
      consequence: say`Takes the labels of both: ${countLabelled(mine.file)} segments are labelled in one, ${countLabelled(theirs.file)} in the other. ${asked} The present file is kept under another name beside it. Tell git afterwards that it is merged (git add).`,
    }
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
    return { message: `${message} ${error.message}`, consequence: null }
  }
}

const toReviewSentence = (count: number): string =>
  count === 0
    ? say`Nothing is to review.`
    : count === 1
      ? say`1 segment that is new or may be another one is marked to review.`
      : say`${count} segments that are new or may be others are marked to review.`

/** Does what the annotator chose. The present labels file is kept under another name. @throws WinnowError */
export async function settleLabels(
  path: string,
  dump: Dump,
  state: UnsettledState,
  choice: SettleChoice | MergeChoice,
  rule: SegmentationRule,
): Promise<void> {
  const isMerge = typeof choice === 'object'
  const reason = isMerge ? 'before-merge' : state.kind === 'damaged' ? 'damaged' : 'before-change'
  const aside = `${path}.${reason}-${timeMark(new Date())}`
  if (choice === 'fresh') return setAside(path, aside)
  const file = isMerge
    ? settledFile(dump, await requiredSides(path, dump), choice)
    : choice === 'backup'
      ? await restored(path, dump, state)
      : carriedFile(dump, state, rule)
  await keepCopy(path, aside)
  // The present state is kept as `aside`; to make it the backup too would push out a better one.
  await new DurableFile(path, labelsFileKind).writeKeepingBackup(file)
}

/** The version saved before the last one, or where that is not sound either, the latest sound one of a snapshot. */
async function soundBackup(path: string, dump: Dump): Promise<LabelsFile | null> {
  const before = await soundAt(backupOf(path), dump)
  if (before) return before
  for (const copy of await snapshotCopies(path)) {
    const file = await soundAt(copy, dump).catch((error: unknown) => {
      // One that cannot be read says nothing of an earlier one.
      if (error instanceof WinnowError) return null
      throw error
    })
    if (file) return file
  }
  return null
}

async function soundAt(path: string, dump: Dump): Promise<LabelsFile | null> {
  const backup = new DurableFile(path, labelsFileKind)
  const state = await judgeLabels(() => backup.read(), dump)
  return state.kind === 'sound' ? state.file : null
}

async function restored(path: string, dump: Dump, state: UnsettledState): Promise<LabelsFile> {
  const backup = state.kind === 'damaged' ? await soundBackup(path, dump) : null
  if (!backup)
    throw new WinnowError(
      'labels-damaged',
      say`There is no backup of ${path} that fits the dump. Nothing was changed. Open the document again to see what is possible.`,
    )
  return { ...backup, revision: backup.revision + 1, saved: new Date().toISOString() }
}

const carried = (dump: Dump, file: LabelsFile, rule: SegmentationRule): CarriedOver =>
  carryOver(dump.text, segmentBy(rule, dump.text), file.segments)

function carriedFile(dump: Dump, state: UnsettledState, rule: SegmentationRule): LabelsFile {
  if (state.kind !== 'dump-changed')
    throw new WinnowError(
      'labels-damaged',
      say`The labels file is damaged, so that its labels cannot be carried over. Nothing was changed. Open the document again to see what is possible.`,
    )
  const { file } = state
  const { segments, lost, toReview } = carried(dump, file, rule)
  const labelled = segments.every((segment) => segment.label !== null)
  const complete = lost.length === 0 && toReview === 0 && labelled
  return toLabelsFile(
    dump.text,
    { segments, status: file.status === 'done' && !complete ? 'in-progress' : file.status, note: file.note },
    {
      document: file.document,
      annotator: file.annotator,
      dump: dump.filed,
      seconds: file.seconds,
      segmentation: rule,
      revision: file.revision + 1,
      saved: new Date().toISOString(),
    },
  )
}

/** Gives the file at `path`, and its backup if there is one, another name. */
async function setAside(path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside)
    await rename(backupOf(path), backupOf(aside)).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await syncFolder(dirname(path))
  } catch (error) {
    throw notSaved(path, error)
  }
}

async function keepCopy(path: string, aside: string): Promise<void> {
  try {
    await link(path, aside).catch(async (error: unknown) => {
      if (diskCode(error) === 'EEXIST') throw error
      // Some disks know no second name for a file.
      await copyFile(path, aside)
    })
  } catch (error) {
    throw notSaved(aside, error)
  }
}
