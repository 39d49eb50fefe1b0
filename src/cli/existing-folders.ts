import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { remark } from './remark.ts'

/** Those of the folders that are there, as absolute paths. Says of each other one on stderr what is wrong with it. */
export async function existingFolders(folders: readonly string[]): Promise<string[]> {
  const existing: string[] = []
  for (const folder of folders) {
    const path = resolve(folder)
    const fault = await faultOf(path)
    if (fault === null) existing.push(path)
    else remark(fault)
  }
  return existing
}

async function faultOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).isDirectory()) return null
    return `${path} is a file, not a folder, so it is not opened. Name the folder it is in: ${dirname(path)}`
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return `${path} does not exist, so it is not opened. Check how it is written.`
    return `${path} cannot be read (${String(code ?? error)}), so it is not opened. Check its permissions.`
  }
}
