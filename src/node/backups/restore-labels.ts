import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Trashed } from '../../core/backups/trash-file.ts'
import { mostCompared, type Restored } from '../../core/contract-backups.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { notSaved } from '../disk-error.ts'
import { DurableFile } from '../durable-file.ts'
import { fileExists } from '../file-exists.ts'
import { withFileLock } from '../file-lock.ts'
import { countLabelled } from '../judge-labels.ts'
import { likelyDocument } from '../labelled-ids.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { makeFolder } from '../make-folder.ts'
import { backupOf } from '../replace-file.ts'
import { readLabels, readPresent, sameLabels } from './compare-labels.ts'
import { copyInto } from './copy-into.ts'
import { entryFolder, moveLabels, newEntry } from './trash-bin.ts'

/** A labels file to be put back. */
export interface LabelsToRestore {
  readonly annotator: string
  /** Below the annotator's folder, with `/`. */
  readonly file: string
  readonly from: string
}

export interface RestoreJob {
  readonly home: string
  readonly files: readonly LabelsToRestore[]
  /** Whether labels that are there now give way, which are then in the trash. */
  readonly overwrite: boolean
  /** Whether what was put back is taken from where it was, as from the trash. */
  readonly take: boolean
  /** What labels that give way are in the trash as. */
  readonly replacedAs: Trashed
  readonly now: () => Date
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** What was done, and the labels files that were put back. */
export interface RestoreOutcome {
  readonly restored: Restored
  readonly files: readonly LabelsToRestore[]
}

/** Puts labels files back one by one, each durably under its lock. What could not be read is left out and said. */
export async function restoreLabels(job: RestoreJob): Promise<RestoreOutcome> {
  const { home, signal } = job
  const files: LabelsToRestore[] = []
  const restored: Restored = {
    documents: 0,
    segments: 0,
    inTheWay: [],
    inTheWayCount: 0,
    replaced: null,
    cancelled: false,
    trouble: null,
  }
  /** Where the labels go that give way; made when the first ones do. */
  const bin = async (annotator: string, file: string): Promise<string> => {
    restored.replaced ??= await newEntry(home, job.replacedAs, job.now())
    return join(entryFolder(home, restored.replaced), 'labels', annotator, ...file.split('/'))
  }
  for (const [done, each] of job.files.entries()) {
    if (done % 20 === 0) job.onProgress(done, job.files.length)
    if (signal.aborted) {
      restored.cancelled = true
      break
    }
    try {
      const labelled = await restoreOne(each, job, bin)
      if (labelled === null) {
        restored.inTheWayCount++
        if (restored.inTheWay.length < mostCompared)
          restored.inTheWay.push({ annotator: each.annotator, document: likelyDocument(each.file) })
      } else {
        restored.documents++
        restored.segments += labelled
        files.push(each)
      }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      restored.trouble ??= error.message
      // One that is damaged says nothing of the others; a full disk does.
      if (error.code === 'not-saved' || error.code === 'read-only') break
    }
  }
  job.onProgress(job.files.length, job.files.length)
  return { restored, files }
}

/** Resolves to how many segments of it are labelled; null where other labels are in the way. @throws WinnowError */
async function restoreOne(
  { annotator, file, from }: LabelsToRestore,
  job: RestoreJob,
  bin: (annotator: string, file: string) => Promise<string>,
): Promise<number | null> {
  const to = join(job.home, 'labels', annotator, ...file.split('/'))
  return withFileLock(to, async () => {
    if (job.take && !(await fileExists(to))) {
      // Also where it is damaged: it is as it was.
      const labelled = await readPresent(from).then((labels) => (labels ? countLabelled(labels) : 0))
      await moveLabels(from, to).catch((error: unknown) => {
        throw notSaved(to, error)
      })
      return labelled
    }
    const earlier = await readLabels(from)
    if (!earlier) return 0
    const now = await readPresent(to)
    if (!now || !sameLabels(now, earlier)) {
      if (now && !job.overwrite && (countLabelled(now) > 0 || now.note !== '')) return null
      if (await fileExists(to)) await keepPresent(to, await bin(annotator, file))
      await new DurableFile(to, labelsFileKind).write({
        ...earlier,
        revision: Math.max(earlier.revision, now?.revision ?? 0) + 1,
        saved: job.now().toISOString(),
      })
    }
    if (job.take) for (const path of [from, backupOf(from)]) await rm(path, { force: true })
    return countLabelled(earlier)
  })
}

async function keepPresent(path: string, bin: string): Promise<void> {
  try {
    await makeFolder(dirname(bin))
    await copyInto(path, bin)
  } catch (error) {
    throw notSaved(bin, error)
  }
}
