import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LabelledDocument } from './labelled-document.ts'

/** Lines that stand in every document. */
export const repeatedLines = ['Đọc nhiều nhất', '![]() |', 'Share this page'] as const

/** A corpus in a folder of its own, and the user's own folder beside it. */
export interface TortureCorpus {
  readonly folder: string
  readonly home: string
  readonly documents: readonly LabelledDocument[]
  remove(): Promise<void>
}

const words = ['lúa', 'gạo', 'wheat', 'chaff', '😀', 'đồng', 'поле', '田', 'sieve', 'rơm', 'ngô', 'rye']

/** Writes `count` dumps in folders of ten, each tenth of which has `longest` lines and the others about thirty. */
export async function tortureCorpus(count: number, longest = 1500): Promise<TortureCorpus> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'winnow-torture-')))
  const folder = join(root, 'corpus')
  await mkdir(folder)
  const documents: LabelledDocument[] = []
  for (let n = 0; n < count; n++) {
    const lines = Array.from(
      { length: n % 10 === 9 ? longest : 20 + (n % 20) },
      (_, at) => `${words[(n + at) % words.length]} ${words[(n * at) % words.length]} ${n} — ${at}`,
    )
    repeatedLines.forEach((line, at) => {
      lines.splice(5 * at + (n % 5), 0, line)
    })
    const id = `site-${Math.floor(n / 10)}/page-${n}.txt`
    await mkdir(dirname(join(folder, id)), { recursive: true })
    const text = lines.join(n % 3 === 0 ? '\r\n' : '\n')
    await writeFile(join(folder, id), text)
    documents.push(new LabelledDocument(folder, id, text))
  }
  return {
    folder,
    home: join(root, 'home'),
    documents,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}
