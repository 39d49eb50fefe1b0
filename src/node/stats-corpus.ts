import { join } from 'node:path'
import type { Value } from '../core/contract.ts'
import type { LabelsFile } from '../core/labels-file.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { DurableFile } from './durable-file.ts'
import { eachAtOnce } from './each-at-once.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { annotatorsIn, labelsFilesOf } from './labels-files.ts'

type AnnotatorStats = Value<'statsCorpus'>['annotators'][number]

const filesAtOnce = 8

/** What each annotator has done so far, from the labels files in `home`; labels sorted by name. @throws WinnowError */
export async function statsOfAnnotators(home: string): Promise<AnnotatorStats[]> {
  const stats: AnnotatorStats[] = []
  for (const annotator of await annotatorsIn(home)) stats.push(await statsOf(home, annotator))
  return stats
}

async function statsOf(home: string, name: string): Promise<AnnotatorStats> {
  const stats: AnnotatorStats = {
    name,
    done: 0,
    inProgress: 0,
    segments: 0,
    unlabelled: 0,
    labels: [],
    leftOut: [],
  }
  const labels = new Map<string, { label: string; segments: number; characters: number }>()
  await eachAtOnce(await labelsFilesOf(home, name), filesAtOnce, async (path) => {
    try {
      const file = await new DurableFile(join(home, 'labels', name, path), labelsFileKind).read()
      if (file) add(file, stats, labels)
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      stats.leftOut.push({ document: path.replace(/\.json$/, ''), reason: error.message })
    }
  })
  stats.labels = [...labels.values()].sort((a, b) => (a.label < b.label ? -1 : 1))
  stats.leftOut.sort((a, b) => (a.document < b.document ? -1 : 1))
  return stats
}

function add(
  file: LabelsFile,
  stats: AnnotatorStats,
  labels: Map<string, { label: string; segments: number; characters: number }>,
): void {
  if (file.status === 'done') stats.done++
  if (file.status === 'in-progress') stats.inProgress++
  for (const { label, start, end, text } of file.segments) {
    stats.segments++
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
