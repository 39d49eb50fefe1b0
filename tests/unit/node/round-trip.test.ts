import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type ImportFormat, importFormats } from '../../../src/core/datasets/import-formats.ts'
import type { Edit } from '../../../src/core/edit.ts'
import { labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Emoji outside the basic plane, combining marks, right to left, no spaces between words, a composed and a decomposed name.
const dumps = {
  'news/a.txt': [
    'Trang chủ | Tin tức',
    'Chợ nổi 🌾 mở cửa trở lại',
    'Sáng nay 👩‍🌾 chợ nổi đã mở cửa sau ba năm, người bán và khách đều đến rất sớm.',
    'Đồng bằng: cafe\u0301 và Đô\u0300ng Xuân, theo ban quản lý chợ.',
    'מחר ייפתח השוק שוב, כך אמרו המארגנים.',
    '市场今天重新开放，许多人很早就来了。',
    'Ảnh: Lan Trần chụp sáng thứ hai',
    'Đọc nhiều nhất trong tuần',
  ].join('\r\n'),
  'b.txt': 'Ferry back on its route\nThe ferry sails again from Monday on.\nSubscribe to our newsletter',
}
const given: Record<keyof typeof dumps, string[]> = {
  'news/a.txt': ['boilerplate', 'title', 'body', 'body', 'body', 'body', 'caption', 'boilerplate'],
  'b.txt': ['title', 'body', 'boilerplate'],
}

const same = (label: string): string | null => label
const kept = (label: string): string | null => (label === 'title' || label === 'body' ? label : null)

/** What comes back of each label. */
const carried: Record<ImportFormat, (label: string) => string | null> = {
  jsonl: same,
  text: (label) => kept(label) && 'body',
  csv: same,
  tsv: same,
  'label-studio': same,
  doccano: same,
  prodigy: same,
  spacy: same,
  conll: same,
  'conll-lines': same,
  cleaneval: kept,
  dragnet: (label) => kept(label) && 'body',
  boilernet: (label) => (kept(label) ? 'body' : 'boilerplate'),
  'l3s-gn1': same,
}

// In splits, so that it is a folder with a manifest beside the files of labels, as it is most often.
it.each(importFormats)('what goes out as %s comes back into the same dumps', async (format) => {
  const first = await startWinnow(temporaryFolder(dumps))
  for (const [document, labels] of Object.entries(given)) {
    const { bounds } = await first.open(document)
    const runs = labels.map((label, index) => ({
      start: bounds[2 * index] ?? 0,
      end: bounds[2 * index + 1] ?? 0,
      count: 1,
      before: { label: null, by: null },
      after: { label, by: 'human' as const },
    }))
    const edits: Edit[] = [
      { kind: 'label', runs },
      { kind: 'status', before: 'new', after: 'done' },
    ]
    await first.apply(document, edits)
  }
  const path = join(temporaryFolder(), 'dataset')
  const exported = await first.winnow.service.exportCorpus({
    corpus: first.id,
    format,
    split: {
      shares: { kind: 'ratio', train: 50, validation: 0, test: 50 },
      seed: 7,
      bySite: true,
      nearDuplicates: true,
      stratify: true,
    },
    target: first.winnow.exportTarget(path, false),
    job: 'export',
  })
  expect(exported).toMatchObject({ documents: 2, leftOut: [] })

  const second = await startWinnow(temporaryFolder(dumps))
  const imported = await second.winnow.service.importLabels({
    corpus: second.id,
    source: second.winnow.importSource(path),
    as: { kind: 'labels' },
    overwrite: false,
    labels: [],
    others: 'refuse',
    leastAligned: 0.9,
    job: 'import',
  })
  expect(imported).toMatchObject({ format, documents: 2, refused: [], trouble: null })
  for (const [document, labels] of Object.entries(given))
    expect(labelsOf(await second.open(document))).toEqual(labels.map((label) => carried[format](label)))
})
