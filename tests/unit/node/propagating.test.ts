import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Request } from '../../../src/core/contract.ts'
import { labelsFileSchema } from '../../../src/core/labels-file.ts'
import { builtWorker } from './built-worker.ts'
import { bundle } from './bundled-process.ts'
import { labelling, labelsFile, labelsOf, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const repetitionProgram = builtWorker('repetition/repetition-worker.ts')

async function started(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder(files)
  const winnow = await startWinnow(folder, { repetitionProgram })
  const { service } = winnow.winnow
  const asked = (
    lines: Request<'propagate'>['lines'],
    more: Partial<Request<'propagate'>> = {},
  ): Request<'propagate'> => ({
    corpus: winnow.id,
    lines,
    scope: 'corpus',
    from: { document: 'a.txt' },
    job: crypto.randomUUID(),
    overwrite: false,
    ...more,
  })
  const labels = async (document: string) => labelsOf(await winnow.open(document))
  const back = (step: string | null, call: 'undoPropagation' | 'redoPropagation' = 'undoPropagation') =>
    service[call]({ corpus: winnow.id, step: step ?? 'none', job: crypto.randomUUID() })
  const saved = (document: string) =>
    labelsFileSchema.parse(JSON.parse(readFileSync(labelsFile(folder, document), 'utf8')))
  return { ...winnow, folder, service, asked, labels, back, saved }
}

const page = (n: number) => `Trang ${n}\nĐọc nhiều nhất\nThân bài ${n}\n12 bình luận`
const pages = { 'a.txt': page(1), 'b.txt': page(2), 'c/d.txt': page(3) }
const boilerplate = (...texts: string[]) => texts.map((text) => ({ text, label: 'boilerplate' }))

describe('labelling the repeats of a line', () => {
  it('gives them all the label, says where from, and takes it back as one step', async () => {
    const { service, asked, labels, back, saved } = await started(pages)
    const outcome = await service.propagate(asked(boilerplate('ĐỌC  NHIỀU NHẤT', '99 bình luận')))
    expect(outcome).toMatchObject({ documents: 3, segments: 6, leftOut: [], cancelled: false, trouble: null })
    for (const document of Object.keys(pages))
      expect(await labels(document)).toEqual([null, 'boilerplate', null, 'boilerplate'])
    expect(saved('c/d.txt')).toMatchObject({ status: 'in-progress', revision: 1 })
    expect(saved('c/d.txt').segments[1]).toMatchObject({ by: 'propagated', from: 'a.txt' })

    expect(await back(outcome.step)).toMatchObject({ documents: 3, segments: 6, kept: 0 })
    for (const document of Object.keys(pages)) expect(await labels(document)).toEqual(Array(4).fill(null))
    expect(saved('c/d.txt').status).toBe('new')
    await expect(back(outcome.step)).rejects.toMatchObject({ code: 'bad-request' })
    expect(await back(outcome.step, 'redoPropagation')).toMatchObject({ documents: 3, segments: 6 })
    expect(await labels('b.txt')).toEqual([null, 'boilerplate', null, 'boilerplate'])
  })

  it('shows first what it would do, with those labelled otherwise apart, and leaves these as they are', async () => {
    const { service, asked, apply, labels } = await started(pages)
    await apply('b.txt', [labelling(1, 'title')])
    await apply('c/d.txt', [labelling(1, 'boilerplate')])
    const request = asked(boilerplate('Đọc nhiều nhất'))
    expect(await service.previewPropagation(request)).toEqual({
      documents: 1,
      segments: 1,
      alreadySame: 1,
      others: [{ label: 'title', by: 'human', segments: 1, documents: 1 }],
      samples: [
        { document: 'b.txt', before: 'Trang 2', text: 'Đọc nhiều nhất', after: 'Thân bài 2', label: 'title' },
        { document: 'a.txt', before: 'Trang 1', text: 'Đọc nhiều nhất', after: 'Thân bài 1', label: null },
      ],
      leftOut: [],
      cancelled: false,
    })
    expect(await labels('a.txt')).toEqual(Array(4).fill(null))
    expect(await service.propagate(request)).toMatchObject({ documents: 1, segments: 1 })
    expect(await labels('b.txt')).toEqual([null, 'title', null, null])
    const over = await service.propagate({ ...request, overwrite: true })
    expect(over).toMatchObject({ documents: 1, segments: 1 })
    expect(await labels('b.txt')).toEqual([null, 'boilerplate', null, null])
  })

  it('keeps what was labelled otherwise since when it is taken back, and says so', async () => {
    const { service, asked, apply, labels, back, saved } = await started(pages)
    const { step } = await service.propagate(asked(boilerplate('Đọc nhiều nhất')))
    const propagated = saved('b.txt').segments[1]
    await apply('b.txt', [
      (text) => {
        const start = text.indexOf('Đọc')
        const before = { label: 'boilerplate', by: 'propagated' as const, from: propagated?.from }
        const after = { label: 'title', by: 'human' as const }
        return { kind: 'label', runs: [{ start, end: start + 14, count: 1, before, after }] }
      },
    ])
    expect(await back(step)).toMatchObject({ documents: 2, segments: 2, kept: 1 })
    expect(await labels('b.txt')).toEqual([null, 'title', null, null])
    expect(saved('b.txt').status).toBe('in-progress')
  })

  it('stays within the site or the documents it is asked for', async () => {
    const { service, asked, labels } = await started(pages)
    await service.propagate(
      asked(boilerplate('Đọc nhiều nhất'), { scope: 'site', from: { document: 'c/d.txt' } }),
    )
    expect(await labels('a.txt')).toEqual(Array(4).fill(null))
    expect(await labels('c/d.txt')).toEqual([null, 'boilerplate', null, null])
    await service.propagate(
      asked(boilerplate('9 bình luận'), { scope: 'documents', documents: ['b.txt', 'x'] }),
    )
    expect(await labels('b.txt')).toEqual([null, null, null, 'boilerplate'])
    expect(await labels('a.txt')).toEqual(Array(4).fill(null))
  })

  it('leaves out by name what cannot be labelled, and does the rest', async () => {
    const { service, asked, apply, labels, folder } = await started({ ...pages, 'e.txt': 'a\0b' })
    await apply('b.txt', [labelling(0, 'title')])
    writeFileSync(labelsFile(folder, 'b.txt'), '{"broken')
    await apply('c/d.txt', [labelling(0, 'title')])
    writeFileSync(`${folder}/c/d.txt`, `${page(3)}\nmore`)
    const request = asked(boilerplate('Đọc nhiều nhất'))
    const names = ['b.txt', 'c/d.txt', 'e.txt']
    const preview = await service.previewPropagation(request)
    expect(preview).toMatchObject({ documents: 1, segments: 1 })
    expect(preview.leftOut.map(({ document }) => document).sort()).toEqual(names)
    const outcome = await service.propagate(request)
    expect(outcome).toMatchObject({ documents: 1, segments: 1, cancelled: false, trouble: null })
    expect(outcome.leftOut.map(({ document }) => document).sort()).toEqual(names)
    expect(await labels('a.txt')).toEqual([null, 'boilerplate', null, null])
    expect(readFileSync(labelsFile(folder, 'b.txt'), 'utf8')).toBe('{"broken')
  })

  it('goes together with what another Winnow saves in the same documents', async () => {
    const { service, asked, folder, labels, back, apply, open } = await started(pages)
    const other = await startWinnow(folder)
    await open('b.txt')
    await other.open('b.txt')
    await other.apply('b.txt', [labelling(1, 'title')])
    const { step, segments } = await service.propagate(asked(boilerplate('Đọc nhiều nhất', '1 bình luận')))
    expect(segments).toBe(5)
    await other.apply('b.txt', [labelling(2, 'body')])
    await apply('b.txt', [labelling(0, 'title')])
    expect(labelsOf(await other.open('b.txt'))).toEqual(['title', 'title', 'body', 'boilerplate'])
    expect(await back(step)).toMatchObject({ documents: 3, segments: 5, kept: 0 })
    expect(await labels('b.txt')).toEqual(['title', 'title', 'body', null])
  })

  it('does each document wholly or not at all, also where the process is killed', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, page(n)]))
    const folder = temporaryFolder(many)
    const script = await bundle('propagate.ts')
    const child = spawn(process.execPath, [script, folder, temporaryFolder()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    // It prints a line for each document that is durable.
    let printed = ''
    for await (const part of child.stdout) {
      printed += part
      if (printed.split('\n').length > 20) break
    }
    child.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    const files = readdirSync(join(folder, 'winnow/labels/ann')).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(10)
    expect(files.length).toBeLessThan(300)
    for (const name of files) {
      const content = readFileSync(join(folder, 'winnow/labels/ann', name), 'utf8')
      const { segments, status } = labelsFileSchema.parse(JSON.parse(content))
      expect(segments.map(({ label }) => label)).toEqual([null, 'boilerplate', null, 'boilerplate'])
      expect(status).toBe('in-progress')
    }
  }, 30_000)

  it('refuses one line with two labels', async () => {
    const { service, asked } = await started(pages)
    const lines = [...boilerplate('Trang 1'), { text: 'trang 2', label: 'title' }]
    await expect(service.propagate(asked(lines))).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('can be cancelled, and what was done until then can be taken back', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`${n}.txt`, page(n)]))
    const { service, asked, winnow, back } = await started(many)
    const job = 'the job'
    winnow.events.subscribe((event) => {
      if (event.name === 'job-progress' && event.payload.done > 0) void service.cancelJob({ job })
    })
    const outcome = await service.propagate(asked(boilerplate('Đọc nhiều nhất'), { job }))
    expect(outcome.cancelled).toBe(true)
    expect(outcome.documents).toBeGreaterThan(0)
    expect(outcome.documents).toBeLessThan(400)
    expect(await back(outcome.step)).toMatchObject({ documents: outcome.documents, kept: 0 })
  })
})

describe('a rule', () => {
  it('labels a document that is opened for the first time, by edits that a window can take back', async () => {
    const { service, id, open, saved, labels } = await started(pages)
    const { rule } = await service.saveRule({
      corpus: id,
      text: 'Đọc nhiều nhất',
      label: 'boilerplate',
      mode: 'label',
      scope: 'corpus',
    })
    await service.saveRule({ corpus: id, text: '1 bình luận', label: 'gone', mode: 'label', scope: 'corpus' })
    await service.saveRule({ corpus: id, text: 'Trang 1', label: 'title', mode: 'suggest', scope: 'corpus' })
    const opened = await open('b.txt')
    expect(labelsOf(opened)).toEqual([null, 'boilerplate', null, null])
    expect(opened).toMatchObject({ status: 'in-progress', revision: 1 })
    expect(opened.byRules).toHaveLength(2)
    expect(saved('b.txt').segments[1]).toMatchObject({ by: 'propagated', from: 'rule' })
    expect((await open('b.txt')).byRules).toBeUndefined()

    await service.removeRule({ corpus: id, id: rule.id })
    expect((await service.listRules({ corpus: id })).rules.map(({ label }) => label)).toEqual([
      'gone',
      'title',
    ])
    expect(await labels('a.txt')).toEqual(Array(4).fill(null))
  })

  it('of a site stays there and goes before that of the corpus; a later one takes the place of an earlier', async () => {
    const { service, id, labels } = await started(pages)
    const rule = { corpus: id, text: 'Đọc nhiều nhất', mode: 'label', scope: 'corpus' } as const
    await service.saveRule({ ...rule, label: 'body' })
    await service.saveRule({ ...rule, text: 'đọc NHIỀU nhất', label: 'boilerplate' })
    await service.saveRule({ ...rule, label: 'title', scope: 'site', site: 'c' })
    expect((await service.listRules({ corpus: id })).rules).toHaveLength(2)
    expect(await labels('a.txt')).toEqual([null, 'boilerplate', null, null])
    expect(await labels('c/d.txt')).toEqual([null, 'title', null, null])
  })

  it('in a damaged file is named until one is saved, and nothing else is kept from working', async () => {
    const { service, id, folder, labels } = await started(pages)
    const rule = { corpus: id, text: 'Trang 1', label: 'title', mode: 'label', scope: 'corpus' } as const
    await service.saveRule(rule)
    writeFileSync(`${folder}/winnow/rules.json`, '{')
    // Also by what was read before anyone asked for the rules.
    expect(await labels('a.txt')).toEqual(Array(4).fill(null))
    for (let time = 0; time < 2; time++) {
      const known = await service.listRules({ corpus: id })
      expect(known.rules).toEqual([])
      expect(known.trouble).toContain(`${folder}/winnow/rules.json is damaged`)
    }
    await service.saveRule(rule)
    expect(
      readdirSync(`${folder}/winnow`).filter((name) => name.startsWith('rules.json.damaged-')),
    ).toHaveLength(1)
    expect(await labels('b.txt')).toEqual(['title', null, null, null])
  })
})
