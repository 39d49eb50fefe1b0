import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Request } from '../../../../src/core/contract.ts'
import { exportFormats } from '../../../../src/core/datasets/format-names.ts'
import { jsonlFormat } from '../../../../src/core/datasets/jsonl/jsonl-format.ts'
import { labelling, type StartedWinnow, startWinnow } from '../started-winnow.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const done = { kind: 'status', before: 'new', after: 'done' } as const

/** Documents of two sites, all labelled, the first of each done. */
async function sites(): Promise<StartedWinnow> {
  const names = ['a.example', 'b.example', 'c.example', 'd.example'].flatMap((site) =>
    [1, 2, 3].map((number) => `${site}/${number}.txt`),
  )
  const started = await startWinnow(
    temporaryFolder(
      Object.fromEntries(
        names.map((name, at) => [name, `Title ${at} 🏮\nBody of ${name}\nmenu ${at}\nrest`]),
      ),
    ),
  )
  for (const name of names)
    await started.apply(name, [
      labelling(0, 'title'),
      labelling(1, 'body'),
      labelling(2, 'boilerplate'),
      ...(name.endsWith('1.txt') ? [done] : []),
    ])
  return started
}

type Asked = Partial<Omit<Request<'exportCorpus'>, 'corpus' | 'job'>>

const exportTo = ({ winnow, id }: StartedWinnow, path: string, asked: Asked) =>
  winnow.service.exportCorpus({
    corpus: id,
    format: 'jsonl',
    target: winnow.exportTarget(path, false),
    job: 'job',
    ...asked,
  })

const lines = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** All files below a folder with their bytes. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  )

const split = {
  shares: { kind: 'ratio', train: 50, validation: 25, test: 25 },
  seed: 7,
  bySite: true,
  nearDuplicates: false,
  stratify: true,
} as const

test('every format is exported, and a manifest tells the SHA-256 of each file', async () => {
  const started = await sites()
  const folder = temporaryFolder()
  for (const format of exportFormats) {
    const reply = await exportTo(started, join(folder, format), { format, unlabelled: 'drop' })
    expect(reply, format).toMatchObject({ documents: 12, segments: 48, unlabelled: 0, leftOut: [] })
    const isFolder = reply.download === null
    const manifest = JSON.parse(
      readFileSync(isFolder ? join(reply.path, 'manifest.json') : `${reply.path}-manifest.json`, 'utf8'),
    )
    expect(manifest).toMatchObject({
      format,
      annotator: 'ann',
      counts: { documents: 12, labels: { title: 12, body: 12, boilerplate: 24 } },
    })
    expect(manifest.files.length).toBeGreaterThan(0)
    for (const { file, sha256, bytes } of manifest.files) {
      const path = isFolder
        ? join(reply.path, file)
        : file === 'dataset'
          ? reply.path
          : `${reply.path}-${file}`
      const content = readFileSync(path)
      expect(content.length).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
  }
})

test('the same labels, options and seed give the same bytes; splits keep sites whole and say what they did', async () => {
  const started = await sites()
  const folder = temporaryFolder()
  const [first, second] = [
    await exportTo(started, join(folder, 'one'), { split }),
    await exportTo(started, join(folder, 'two'), { split }),
  ]
  expect(first.split?.summary.length).toBeGreaterThan(0)
  expect(first.leftOut).toEqual([])
  expect(filesOf(second.path)).toEqual(filesOf(first.path))
  const splits = ['train', 'validation', 'test'].map((name) => lines(join(first.path, `${name}.jsonl`)))
  expect(splits.map((records) => records.length)).toEqual([6, 3, 3])
  const siteLists = splits.map((records) => new Set(records.map(({ site }) => site)))
  expect(siteLists.map(({ size }) => size)).toEqual([2, 1, 1])
  expect(new Set(siteLists.flatMap((names) => [...names])).size).toBe(4)
  expect(splits[1]?.every((record) => record.split === 'validation')).toBe(true)
})

test('only what is asked for: states, sites, columns of how labels came to be', async () => {
  const started = await sites()
  const folder = temporaryFolder()
  const idsOf = async (name: string, asked: Asked) => {
    await exportTo(started, join(folder, name), asked)
    return lines(join(folder, name)).map(({ id }) => id)
  }
  expect(await idsOf('done', { filter: { statuses: ['done'], sites: ['a.example', 'b.example'] } })).toEqual([
    'a.example/1.txt',
    'b.example/1.txt',
  ])
  expect(await idsOf('text', { filter: { text: 'd.EXAMPLE/3' } })).toEqual(['d.example/3.txt'])
  const none = await exportTo(started, join(folder, 'none'), { by: ['accepted'], unlabelled: 'refuse' })
  expect(none).toMatchObject({ documents: 0 })
  expect(none.leftOut[0]?.reason).toContain('not labelled')
  expect(readFileSync(join(folder, 'none'), 'utf8')).toBe('')
})

test('labels go out as a mapping says, which is kept with the corpus', async () => {
  const started = await sites()
  const { service } = started.winnow
  const corpus = started.id
  const target = (name: string, keep: boolean) => ({
    name,
    keep,
    colour: 'stone' as const,
    key: null,
    description: '',
  })
  const mapping = {
    name: 'mine',
    labels: { title: 'text', body: 'text', caption: null, boilerplate: 'junk' },
    targets: [target('text', true), target('junk', false)],
    unlabelled: 'drop' as const,
  }
  await service.saveExportMapping({ corpus, mapping })
  await service.saveExportMapping({ corpus, mapping: { ...mapping, name: 'other' } })
  await service.removeExportMapping({ corpus, name: 'other' })
  const { saved, builtIn } = await service.exportMappings({ corpus })
  expect(saved).toEqual([mapping])
  expect(builtIn.map(({ name }) => name)).toEqual(['as-labelled', 'keep-drop', 'l3s-gn1', 'dragnet'])
  await expect(
    service.saveExportMapping({ corpus, mapping: { ...mapping, name: 'keep-drop' } }),
  ).rejects.toMatchObject({ code: 'bad-request' })

  const folder = temporaryFolder()
  const labelsOf = async (name: string, asked: Asked) => {
    await exportTo(started, join(folder, name), asked)
    return lines(join(folder, name))[0].segments.map(({ label }: { label: string }) => label)
  }
  expect(await labelsOf('mine', { mapping: 'mine' })).toEqual(['text', 'text', 'junk', 'junk'])
  expect(await labelsOf('left', { mapping: 'mine', unlabelled: 'leave-out' })).toEqual([
    'text',
    'text',
    'junk',
    null,
  ])
  expect(await labelsOf('l3s', { mapping: 'l3s-gn1' })).toEqual([
    'headline',
    'full-text',
    'not-content',
    null,
  ])
  await expect(exportTo(started, join(folder, 'x'), { mapping: 'none' })).rejects.toThrow('mine, as-labelled')
  await expect(
    exportTo(started, join(folder, 'x'), { format: 'csv', options: { offsets: 'grapheme' } }),
  ).rejects.toMatchObject({ code: 'bad-request' })
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('what would not be read back as it is stops the export, names the document and leaves nothing', async () => {
  const started = await sites()
  const folder = temporaryFolder()
  const { pieces } = jsonlFormat
  const broken = vi.spyOn(jsonlFormat, 'pieces').mockImplementation((document, context) =>
    pieces(document, context).map(({ path, text }) => ({
      path,
      text: document.id === 'c.example/2.txt' ? text.replace('"start":0', '"start":1') : text,
    })),
  )
  try {
    const failed = exportTo(started, join(folder, 'out.jsonl'), {})
    await expect(failed).rejects.toMatchObject({ code: 'export-failed' })
    await expect(failed).rejects.toThrow('c.example/2.txt')
  } finally {
    broken.mockRestore()
  }
  expect(readdirSync(folder)).toEqual([])
})

test('a preview shows what the first documents become, and writes nothing', async () => {
  const started = await sites()
  const preview = await started.winnow.service.previewExport({ corpus: started.id, format: 'pairs' })
  expect(preview).toMatchObject({ layout: { kind: 'file', extension: '.jsonl' }, units: [], labelled: 12 })
  expect(preview.documents.map(({ document }) => document)).toEqual(
    [1, 2, 3].map((at) => `a.example/${at}.txt`),
  )
  expect(JSON.parse(preview.documents[0]?.files[0]?.text ?? '')).toEqual({
    id: 'a.example/1.txt',
    input: 'Title 0 🏮\nBody of a.example/1.txt\nmenu 0\nrest',
    output: 'Title 0 🏮\nBody of a.example/1.txt\n',
  })
  const table = await started.winnow.service.previewExport({ corpus: started.id, format: 'parquet', split })
  expect(table.documents[0]?.files[0]?.text).toContain('"Title 0 🏮')
})
