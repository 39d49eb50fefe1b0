import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { diskCode, isMissing } from '../disk-error.ts'
import { fileExists } from '../file-exists.ts'
import { timeMark } from '../time-mark.ts'

/** What an export makes: one file, or a folder of them. */
export interface ExportLayout {
  readonly kind: 'file' | 'folder'
  /** Of the file: `.jsonl`; '' for a folder. */
  readonly extension: string
}

/** Where an export goes: a file or a folder. */
export interface ExportTarget {
  readonly path: string
  /** Whether it may replace a file. A folder that holds anything is never replaced. */
  readonly overwrite: boolean
}

/** A place within the labels home that is free: `exports/<corpus>-<annotator>-<time>`. */
export async function defaultExportPath(
  home: string,
  corpus: string,
  annotator: string,
  format: ExportFormat,
  layout: ExportLayout,
): Promise<string> {
  const time = timeMark(new Date()).slice(0, 15).replace('T', '-')
  const name = join(home, 'exports', `${basename(corpus) || 'corpus'}-${annotator}-${time}`)
  const ending = layout.kind === 'file' ? layout.extension : `-${format}`
  let path = name + ending
  for (let number = 2; await fileExists(path); number++) path = `${name}-${number}${ending}`
  return path
}

/** A place for a label set within the labels home that is free: `exports/<corpus>-labels-<name>.json`. */
export async function defaultLabelSetPath(home: string, corpus: string, name: string): Promise<string> {
  const safe = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').slice(0, 40)
  const start = join(home, 'exports', `${basename(corpus) || 'corpus'}-labels-${safe}`)
  let path = `${start}.json`
  for (let number = 2; await fileExists(path); number++) path = `${start}-${number}.json`
  return path
}

/** Where a file that belongs to the dataset in the file `path` lies: `labels.csv-manifest.json` beside `labels.csv`. */
export const besidePath = (path: string, name: string): string => `${path}-${name}`

/** @throws WinnowError if the export may not go there: over something else, in no folder, or among the dumps of the corpus */
export async function refuseBadTarget(
  { path, overwrite }: ExportTarget,
  layout: ExportLayout['kind'],
  corpus: string,
  home: string,
): Promise<void> {
  if (isWithin(path, corpus) && !isWithin(path, home))
    throw new WinnowError(
      'export-failed',
      say`Nothing was exported: ${path} lies among the dumps, and would be taken for one. Choose a place outside of ${corpus}.`,
    )
  if (!(await fileExists(dirname(path))))
    throw new WinnowError(
      'export-failed',
      say`Nothing was exported: there is no folder ${dirname(path)}. Make it, or choose another place.`,
    )
  if (layout === 'folder') {
    if (!(await isFreeFolder(path))) throw exportExists(path)
  } else if (!overwrite)
    for (const taken of [path, besidePath(path, 'manifest.json')])
      if (await fileExists(taken)) throw exportExists(taken)
}

/** The error that tells that something is at `path` already. */
export const exportExists = (path: string): WinnowError =>
  new WinnowError(
    'export-exists',
    say`Nothing was exported: ${path} exists already and was not touched. Choose another name, or remove it first.`,
  )

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^([a-z]:|[\\/])/i.test(way)
}

async function isFreeFolder(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0
  } catch (error) {
    if (diskCode(error) === 'ENOTDIR') return false
    if (isMissing(error)) return true
    throw error
  }
}
