import { join } from 'node:path'
import { isFlag, isToDo, type Status } from '../core/annotation.ts'
import type { Value } from '../core/contract.ts'
import type { LabelsFile } from '../core/labels-file.ts'
import { type LabelOrigin, labelOrigins } from '../core/segment.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DurableFile } from './durable-file.ts'
import { eachAtOnce } from './each-at-once.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { annotatorsIn, labelsFilesOf } from './labels-files.ts'

type AnnotatorStats = Value<'statsCorpus'>['annotators'][number]

const filesAtOnce = 8

/** What an annotator has done so far, and the status of each of their documents, by the name of its labels file. */
export interface AnnotatorLabels {
  readonly stats: AnnotatorStats
  readonly statuses: ReadonlyMap<string, Status>
}

/**
 * What each annotator has done so far, from the labels files in `home`, those of the names `only` if given; labels
 * sorted by name. @throws WinnowError
 */
export async function statsOfAnnotators(
  home: string,
  only: ReadonlySet<string> | null,
): Promise<AnnotatorLabels[]> {
  const found: AnnotatorLabels[] = []
  for (const annotator of await annotatorsIn(home)) found.push(await statsOf(home, annotator, only))
  return found
}

async function statsOf(
  home: string,
  name: string,
  only: ReadonlySet<string> | null,
): Promise<AnnotatorLabels> {
  const stats: AnnotatorStats = {
    name,
    done: 0,
    inProgress: 0,
    skipped: 0,
    flagged: 0,
    seconds: 0,
    pagesPerHour: null,
    segments: 0,
    unlabelled: 0,
    origins: [],
    labels: [],
    leftOut: [],
  }
  const labels = new Map<string, { label: string; segments: number; characters: number }>()
  const origins = new Map<LabelOrigin, number>()
  const statuses = new Map<string, Status>()
  const files = (await labelsFilesOf(home, name)).filter((path) => only?.has(path) ?? true)
  let finished = 0
  let finishedSeconds = 0
  await eachAtOnce(files, filesAtOnce, async (path) => {
    try {
      const file = await new DurableFile(join(home, 'labels', name, path), labelsFileKind).read()
      if (!file) return
      statuses.set(path, file.status)
      add(file, stats, labels, origins)
      if (isToDo(file.status) || file.seconds === 0) return
      finished++
      finishedSeconds += file.seconds
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      stats.leftOut.push({ document: path.replace(/\.json$/, ''), reason: error.message })
    }
  })
  if (finishedSeconds > 0) stats.pagesPerHour = Math.round((finished / finishedSeconds) * 36_000) / 10
  stats.labels = [...labels.values()].sort((a, b) => (a.label < b.label ? -1 : 1))
  stats.origins = labelOrigins.flatMap((by) => {
    const segments = origins.get(by)
    return segments === undefined ? [] : [{ by, segments }]
  })
  stats.leftOut.sort((a, b) => (a.document < b.document ? -1 : 1))
  return { stats, statuses }
}

function add(
  file: LabelsFile,
  stats: AnnotatorStats,
  labels: Map<string, { label: string; segments: number; characters: number }>,
  origins: Map<LabelOrigin, number>,
): void {
  if (file.status === 'done') stats.done++
  if (file.status === 'in-progress') stats.inProgress++
  if (file.status === 'skipped') stats.skipped++
  if (isFlag(file.status)) stats.flagged++
  stats.seconds += file.seconds
  for (const { label, by, start, end, text } of file.segments) {
    stats.segments++
    if (by !== null) origins.set(by, (origins.get(by) ?? 0) + 1)
    if (label === null) {
      stats.unlabelled++
      continue
    }
    const count = labels.get(label) ?? { label, segments: 0, characters: 0 }
    count.segments++
    count.characters += file.offsets === 'codepoint' ? end - start : [...text].length
    labels.set(label, count)
  }
}
