import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestFolders } from './carrier.ts'

/** An article between a picture and a list, with CRLF line ends. */
export const plainPage = {
  id: 'songque.example/page.txt',
  text: 'Đèn trên sông\r\n![]() |\r\n  Ba nghìn ngọn đèn 🏮 được thả.  \r\n\r\nĐọc nhiều\r\n',
}

/** What transports and disks like to change: a name in NFD with signs of URLs, and a text to match. */
export const trickyPage = {
  id: `${'Chợ nổi'.normalize('NFD')} #1 100%25 & 🏮.md`,
  text: [
    '\uFEFF# Title 👩\u200D🌾',
    'Nhịp sống'.normalize('NFD'),
    'Nhịp sống'.normalize('NFC'),
    'one\u2028line\u0085still',
    'שלום \u202Eעולם\u202C',
    '<script>alert("1")</script></textarea>',
    '\u001B[31mred\u001B[0m __proto__',
    '\u{10FFFF}\uFFFD',
  ].join('\n'),
}

/** Files of the corpus that cannot be shown, and the code that says why. */
export const badPages = [
  { id: 'bad/part.txt', bytes: Buffer.from('one\0two\0three\n'), code: 'dump-binary' },
  { id: 'bad/nul.txt', bytes: Buffer.from('a\0b\n'), code: 'dump-binary' },
] as const

/** The text without the byte order mark, which belongs to the encoding. */
export const shownText = (text: string): string => text.replace(/^\uFEFF/, '')

/** As many corpora alike as asked for, in a temporary folder, and the function that removes them. */
export async function testFolders(count: number): Promise<TestFolders & { remove: () => Promise<void> }> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'winnow-contract-')))
  const first = path.join(root, 'empty')
  await mkdir(first)
  const corpora = Array.from({ length: count }, (_, index) => path.join(root, `crawl of town ${index + 1}`))
  for (const corpus of corpora) {
    await writePage(corpus, plainPage.id, plainPage.text)
    await writePage(corpus, trickyPage.id, trickyPage.text)
    for (const { id, bytes } of badPages) await writePage(corpus, id, bytes)
  }
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true, maxRetries: 5 })
  return { first, corpora, home: path.join(root, 'home'), remove }
}

/** Writes the dump of document `id`. */
export async function writePage(corpus: string, id: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(corpus, ...id.split('/'))
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}
