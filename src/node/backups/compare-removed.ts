import { join } from 'node:path'
import type { MovedRun } from '../label-set-rewrite.ts'
import { readPresent } from './compare-labels.ts'
import { removedLabels } from './removed-labels.ts'

/** A labels file from which a label was removed. */
export interface RemovedFrom {
  readonly annotator: string
  readonly file: string
  readonly path: string
  readonly runs: readonly MovedRun[]
}

/** Whether `run` is what became of a segment; where not, it has got another label since, or was cut otherwise. */
export const isRunOf = (
  { start, end, after }: MovedRun,
  segment: { readonly start: number; readonly label: string | null },
  anyLabel = false,
): boolean => start <= segment.start && segment.start < end && (anyLabel || after === segment.label)

/** The labels files that an entry of the trash names, each once. @throws WinnowError */
export async function removedFrom(home: string, folder: string): Promise<RemovedFrom[]> {
  const found = new Map<string, RemovedFrom>()
  for await (const { annotator, file, runs } of removedLabels(folder)) {
    const path = join(home, 'labels', annotator, ...file.split('/'))
    found.set(path, { annotator, file, path, runs: [...(found.get(path)?.runs ?? []), ...runs] })
  }
  return [...found.values()]
}

/** How many of the runs have another label now than the one that the removal left. @throws WinnowError */
export async function countRelabelled({ path, runs }: RemovedFrom): Promise<number> {
  const segments = (await readPresent(path))?.segments ?? []
  return runs.filter((run) => !segments.some((segment) => isRunOf(run, segment))).length
}
