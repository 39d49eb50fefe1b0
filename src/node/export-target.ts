import { readdir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { ExportFormat } from '../core/contract.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskCode, isMissing } from './disk-error.ts'
import { fileExists } from './file-exists.ts'
import { timeMark } from './time-mark.ts'

/** Where an export goes: a file for JSONL, a folder for text. */
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
): Promise<string> {
  const time = timeMark(new Date()).slice(0, 15).replace('T', '-')
  const name = join(home, 'exports', `${basename(corpus) || 'corpus'}-${annotator}-${time}`)
  const ending = format === 'jsonl' ? '.jsonl' : '-text'
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

/** @throws WinnowError if the export may not go there: over something else, or among the dumps of the corpus */
export async function refuseBadTarget(
  { path, overwrite }: ExportTarget,
  format: ExportFormat,
  corpus: string,
  home: string,
): Promise<void> {
  const amongDumps = isWithin(path, corpus) && !isWithin(path, home)
  if (amongDumps && (format === 'text' || /\.(txt|md)$/i.test(path)))
    throw new WinnowError(
      'export-failed',
      `Nothing was exported: ${path} lies among the dumps, and would be taken for one. Choose a place outside of ${corpus}.`,
    )
  if (format === 'text' ? !(await isFreeFolder(path)) : !overwrite && (await fileExists(path)))
    throw exportExists(path)
}

/** The error that tells that something is at `path` already. */
export const exportExists = (path: string): WinnowError =>
  new WinnowError(
    'export-exists',
    `Nothing was exported: ${path} exists already and was not touched. Choose another name, or remove it first.`,
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
