import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeOneFolder, onlyMine } from './access.ts'
import { notSaved } from './disk-error.ts'
import { fileExists } from './file-exists.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Makes `to` a copy of the folder `from`, without what is named in `except` directly in it. The copy appears whole,
 * belongs to the user, and can be written to even where the original cannot, which `fs.cp` would carry over.
 * Does nothing where `to` exists. @throws WinnowError, with nothing left behind
 */
export async function copyFolder(from: string, to: string, except: readonly string[] = []): Promise<void> {
  if (await fileExists(to)) return
  const temporary = `${to}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    await makeFolder(dirname(to), true)
    await copyInto(from, temporary, except)
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    // Another process made the copy meanwhile.
    if (await fileExists(to)) return
    throw notSaved(to, error)
  }
}

async function copyInto(from: string, to: string, except: readonly string[]): Promise<void> {
  await makeOneFolder(to, onlyMine('folder'))
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (except.includes(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyInto(source, target, [])
    else if (entry.isFile())
      await writeFile(target, await readFile(source), { flag: 'wx', mode: onlyMine('file').mode })
  }
}
