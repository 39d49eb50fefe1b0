import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { simpleLabelSet } from '../../src/core/label-set.ts'
import { labelSetFile } from '../../src/core/label-set-file.ts'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import { createWinnow, type Winnow } from '../../src/node/winnow.ts'
import { labelLines } from '../label-lines.ts'

/** A corpus in which there is a file of each kind that Winnow keeps, and the user's own folder. */
export interface FullCorpus {
  readonly folder: string
  readonly user: string
}

/** The texts of its dumps, by their names; those in containers are not among them. */
export const fullCorpusTexts: Readonly<Record<string, string>> = {
  'a.txt': 'Trang chủ 🌾\r\nThân bài, dòng 1\r\nThân bài, dòng 2\r\nĐọc nhiều nhất\r\n',
  'b.txt': 'Lanterns return 😀\nThe boats are back.\nMost read\nSubscribe to our newsletter\n',
  'site/c.md': '# One\n\nTwo\n\nMost read\n',
  'd.html': '<title>Page</title><h1>Page</h1><p>Body</p><footer>Most read</footer>',
}

const records = [
  { id: 'one', url: 'https://a.example/1', text: 'First\nBody\nMost read' },
  { id: 'two', url: 'https://b.example/2', text: 'Second\nBody\nMost read' },
]

/** Starts a service for the annotator `ann` that this user has chosen; `log` is told of what nobody foresaw. */
export const winnowOn = (user: string, log: (error: unknown) => void): Promise<Winnow> =>
  createWinnow({
    host: 'web',
    version: '0.0.0',
    resources: join(user, 'none'),
    given: [],
    openFirst: false,
    userFolder: user,
    log,
  })

/** Has Winnow itself make all that it keeps, below the folder `root`. */
export async function makeFullCorpus(root: string): Promise<FullCorpus> {
  const folder = join(root, 'corpus')
  const user = join(root, 'user')
  for (const [name, text] of Object.entries(fullCorpusTexts)) await put(join(folder, name), text)
  await put(join(folder, 'pages.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  await put(join(root, 'taken-in.jsonl'), `${JSON.stringify(takenIn)}\n`)
  await put(join(root, 'label-set.json'), labelSetFile(simpleLabelSet))
  const unforeseen: unknown[] = []
  const withWinnow = async (work: (winnow: Winnow) => Promise<unknown>): Promise<void> => {
    const winnow = await winnowOn(user, (error) => unforeseen.push(error))
    await work(winnow).finally(() => winnow.close())
  }
  await withWinnow((winnow) => fill(winnow, folder, join(root, 'taken-in.jsonl')))
  // The second time there is a folder to keep the listing in.
  await withWinnow((winnow) => winnow.service.checkCorpus({ corpus: winnow.folderId(folder) }))
  if (unforeseen.length > 0) throw unforeseen[0]
  return { folder, user }
}

const takenIn = {
  id: 'b.txt',
  segments: [{ start: 0, end: 17, text: 'Lanterns return 😀', label: 'title', confidence: 0.9 }],
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

async function fill(winnow: Winnow, folder: string, takenIn: string): Promise<void> {
  const { service } = winnow
  await service.setAnnotator({ name: 'ann' })
  const corpus = winnow.folderId(folder)
  await service.openCorpus({ folder: corpus })
  const label = async (document: string, text: string, labels: readonly string[]): Promise<void> => {
    for (const [at, name] of labels.entries())
      await service.applyEdits({
        corpus,
        document,
        edits: [labelLines(text, at, 1, name)],
        seconds: 2,
        client: 'window',
      })
  }
  await label('a.txt', fullCorpusTexts['a.txt'] ?? '', ['title', 'body', 'body', 'boilerplate'])
  await label('b.txt', fullCorpusTexts['b.txt'] ?? '', ['title'])
  await label('pages.jsonl/1', records[0]?.text ?? '', ['title', 'body'])
  await service.applyEdits({
    corpus,
    document: 'a.txt',
    edits: [
      { kind: 'status', before: 'new', after: 'done' },
      { kind: 'note', before: '', after: 'Hai dòng — “lạ”' },
    ],
    client: 'window',
  })
  await service.setSegmentation({ corpus, rule: 'paragraph' })
  await service.setSegmentation({ corpus, rule: 'line' })
  await service.saveRule({
    corpus,
    text: 'Most read',
    label: 'boilerplate',
    mode: 'suggest',
    scope: 'corpus',
  })
  const choice = { filter: {}, sample: { size: 3, seed: 7, by: null } }
  const makeList = { corpus, choice, job: 'list' }
  await service.makeWorkList({ ...makeList, name: 'first', replace: false })
  await service.makeWorkList({ ...makeList, name: 'first', replace: true })
  await service.chooseWorkList({ corpus, name: 'first' })
  const labels = Object.fromEntries(
    simpleLabelSet.labels.map(({ name, keep }) => [name, keep ? 'keep' : 'drop']),
  )
  const target = { colour: 'stone', key: null, description: '' } as const
  await service.saveExportMapping({
    corpus,
    mapping: {
      name: 'two',
      labels,
      targets: [
        { ...target, name: 'keep', keep: true },
        { ...target, name: 'drop', keep: false },
      ],
      unlabelled: 'leave-out',
    },
  })
  await service.exportCorpus({
    corpus,
    format: 'jsonl',
    split: {
      shares: { kind: 'ratio', train: 50, validation: 0, test: 50 },
      seed: 7,
      bySite: true,
      nearDuplicates: true,
      stratify: false,
    },
    job: 'export',
  })
  const others = 'refuse' as const
  const imported = { corpus, overwrite: true, labels: [], others, leastAligned: 0.8 }
  const source = () => winnow.importSource(takenIn)
  await service.importLabels({
    ...imported,
    source: source(),
    as: { kind: 'suggestions', model: 'outside' },
    job: 'suggestions',
  })
  await service.importLabels({ ...imported, source: source(), as: { kind: 'labels' }, job: 'labels' })
  const { version } = await service.readGuidelines({ corpus })
  await service.saveGuidelines({ corpus, text: '# Guidelines\n\nThân bài là thân bài.\n', version })
  await service.setSuggestions({ corpus, source: 'outside' })
  const line = segmentByLine(fullCorpusTexts['a.txt'] ?? '')[0]
  await service.keepReviewed({
    corpus,
    slips: [{ document: 'a.txt', start: line?.start ?? 0, end: line?.end ?? 1, label: 'title' }],
  })
  await service.savePlace({ corpus, document: 'a.txt', segment: 1 })
}
