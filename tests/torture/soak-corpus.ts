import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** How many lines each document has at least. */
export const linesEach = 25

export const soakDocument = (n: number): string => `site-${Math.floor(n / 200)}/page-${n}.txt`

export const soakText = (n: number): string =>
  Array.from({ length: linesEach + (n % 5) }, (_, at) => `Câu ${at} of page ${n} — đồng lúa 田`).join('\n')

/** A corpus of `count` short documents in a folder of its own, and the user's own folder beside it. */
export async function soakCorpus(
  count: number,
): Promise<{ folder: string; home: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'winnow-soak-'))
  const folder = join(root, 'corpus')
  for (let n = 0; n < count; n++) {
    const path = join(folder, soakDocument(n))
    if (n % 200 === 0) await mkdir(dirname(path), { recursive: true })
    await writeFile(path, soakText(n))
  }
  return {
    folder,
    home: join(root, 'home'),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}
