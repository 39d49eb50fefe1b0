import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import type { Edit } from '../../../src/core/edit.ts'
import { recoveryFileSchema } from '../../../src/core/recovery/recovery-file.ts'
import { withFileLock } from '../../../src/node/file-lock.ts'
import { labelLines } from '../../label-lines.ts'
import { bundle } from './bundled-process.ts'
import { labelling, labelsFile, labelsOf, type StartedWinnow, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const text = 'Tiêu đề\nđoạn 😀 một\nchú thích\nhết'
const id = '00000000000000aa'

const relabelling = (line: number, before: string, label: string): Edit => {
  const edit = labelLines(text, line, 1, label)
  if (edit.kind !== 'label') throw new Error('not a label')
  return { kind: 'label', runs: edit.runs.map((run) => ({ ...run, before: { label: before, by: 'human' } })) }
}
const begun: Edit = { kind: 'status', before: 'new', after: 'in-progress' }

/** Keeps edits as a window does that could not save them. */
const keep = ({ winnow, id: corpus }: StartedWinnow, edits: Edit[], document = 'a.txt') =>
  winnow.service.keepEdits({ corpus, document, id, edits, seconds: 7, reason: 'The disk is full.' })

const listed = async ({ winnow, id: corpus }: StartedWinnow) => winnow.service.listRecovery({ corpus })

/** The recovery files of the only corpus in the user's folder. */
function recoveryFolder(userFolder: string): string {
  const [corpus = ''] = readdirSync(join(userFolder, 'recovery'))
  return join(userFolder, 'recovery', corpus, 'ann')
}

test('labels that cannot be saved are kept elsewhere, offered to the next process and recovered', async () => {
  const folder = temporaryFolder({ 'site/a.txt': text })
  const userFolder = temporaryFolder()
  const edits = [labelLines(text, 1, 1, 'body'), begun, relabelling(1, 'body', 'caption')]
  // A file where the folder of the labels should be: nothing can be written there, even by root.
  writeFileSync(join(folder, 'winnow'), '')
  const first = await startWinnow(folder, { userFolder })
  await expect(first.apply('site/a.txt', edits)).rejects.toMatchObject({ code: 'not-saved' })
  const { path } = await keep(first, edits, 'site/a.txt')
  expect(statSync(path ?? '').mode & 0o777).toBe(0o600)
  expect(recoveryFileSchema.parse(JSON.parse(readFileSync(path ?? '', 'utf8')))).toMatchObject({
    corpus: folder,
    document: 'site/a.txt',
    labels: join(folder, 'winnow/labels/ann/site/a.txt.json'),
    reason: 'The disk is full.',
    status: 'in-progress',
    segments: [{ label: 'caption', text: 'đoạn 😀 một' }],
  })

  rmSync(join(folder, 'winnow'))
  const second = await startWinnow(folder, { userFolder })
  expect(await listed(second)).toMatchObject({
    files: [
      {
        document: 'site/a.txt',
        path,
        trouble: null,
        texts: [{ text: 'đoạn 😀 một', present: [null], kept: 'caption', fits: true, cutAlike: true }],
        status: { present: 'new', kept: 'in-progress', fits: true },
      },
    ],
    troubles: [],
  })
  expect(await second.winnow.service.recoverEdits({ corpus: second.id, ids: [id] })).toEqual({
    recovered: [{ document: 'site/a.txt', changes: 2 }],
    left: [],
    troubles: [],
  })
  const again = await (await startWinnow(folder, { userFolder })).open('site/a.txt')
  expect([labelsOf(again), again.status]).toEqual([[null, 'caption', null, null], 'in-progress'])
  expect(existsSync(path ?? '')).toBe(false)
})

test('without edits, the recovery file goes; and it follows its document to another name', async () => {
  const folder = temporaryFolder({ 'a.txt': text, 'b.txt': text })
  const userFolder = temporaryFolder()
  const winnow = await startWinnow(folder, { userFolder })
  await keep(winnow, [begun])
  await keep(winnow, [begun], 'b.txt')
  expect(readdirSync(recoveryFolder(userFolder))).toEqual([`b.txt.${id}.json`])
  expect(await keep(winnow, [])).toMatchObject({ path: null })
  expect(readdirSync(recoveryFolder(userFolder))).toEqual([])
})

test('edits that reached the disk all the same are cleared away without a word', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const userFolder = temporaryFolder()
  const edits = [
    labelLines(text, 0, 1, 'body'),
    relabelling(0, 'body', 'caption'),
    relabelling(0, 'caption', 'title'),
  ]
  const first = await startWinnow(folder, { userFolder })
  await first.apply('a.txt', edits)
  await keep(first, edits)
  const second = await startWinnow(folder, { userFolder })
  expect(await listed(second)).toEqual({ files: [], troubles: [] })
  expect(readdirSync(recoveryFolder(userFolder))).toEqual([])
  expect(labelsOf(await second.open('a.txt'))).toEqual(['title', null, null, null])
})

test('edits that are sent again with later ones, as their answer was lost, are no conflict', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const { apply, open } = await startWinnow(folder)
  const edits = [labelLines(text, 0, 1, 'body'), relabelling(0, 'body', 'caption')]
  await apply('a.txt', edits)
  await apply('a.txt', [...edits, relabelling(0, 'caption', 'title')])
  expect(labelsOf(await open('a.txt'))).toEqual(['title', null, null, null])
})

test('what someone labelled meanwhile is left alone and named; the rest is recovered', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const userFolder = temporaryFolder()
  const first = await startWinnow(folder, { userFolder })
  await keep(first, [labelLines(text, 0, 4, 'body'), begun])
  const second = await startWinnow(folder, { userFolder })
  await second.apply('a.txt', [labelling(2, 'caption')])
  const { recovered, left } = await second.winnow.service.recoverEdits({ corpus: second.id, ids: [id] })
  expect(recovered).toEqual([{ document: 'a.txt', changes: 4 }])
  expect(left).toMatchObject([
    { document: 'a.txt', texts: [{ text: 'chú thích', present: ['caption'], kept: 'body', fits: false }] },
  ])
  expect(labelsOf(await second.open('a.txt'))).toEqual(['body', 'body', 'caption', 'body'])

  const { folder: discarded } = await second.winnow.service.discardRecovery({ corpus: second.id, ids: [id] })
  expect(await listed(second)).toEqual({ files: [], troubles: [] })
  expect(readdirSync(discarded)).toEqual([`a.txt.${id}.json`])
})

test('labels that were made on another text are shown, and not put anywhere', async () => {
  const folder = temporaryFolder({ 'a.txt': text, 'gone.txt': text })
  const userFolder = temporaryFolder()
  const first = await startWinnow(folder, { userFolder })
  await keep(first, [labelLines(text, 1, 1, 'body')])
  putFiles(folder, { 'a.txt': `Dòng mới\n${text}` })
  const second = await startWinnow(folder, { userFolder })
  const shown = [
    {
      trouble: expect.stringContaining('a.txt'),
      texts: [{ text: 'đoạn 😀 một', present: [], kept: 'body', fits: false }],
    },
  ]
  expect(await listed(second)).toMatchObject({ files: shown })
  expect(await second.winnow.service.recoverEdits({ corpus: second.id, ids: [id] })).toMatchObject({
    recovered: [],
    left: shown,
    troubles: [expect.stringContaining('a.txt')],
  })
  expect(existsSync(join(folder, 'winnow'))).toBe(false)
  rmSync(join(folder, 'a.txt'))
  expect(await listed(await startWinnow(folder, { userFolder }))).toMatchObject({ files: shown })
})

test('a damaged recovery file is set aside and named, one of a newer Winnow is left as it is', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const userFolder = temporaryFolder()
  const first = await startWinnow(folder, { userFolder })
  await keep(first, [begun])
  const place = recoveryFolder(userFolder)
  const sound = readFileSync(join(place, `a.txt.${id}.json`), 'utf8')
  putFiles(place, {
    'b.txt.00000000000000bb.json': sound.slice(0, 300),
    'c.txt.00000000000000cc.json': '\0'.repeat(4096),
    'd.txt.00000000000000dd.json': sound.replace('"version": 1', '"version": 2'),
  })
  const { files, troubles } = await listed(await startWinnow(folder, { userFolder }))
  expect(files).toMatchObject([{ document: 'a.txt' }])
  expect(troubles).toHaveLength(3)
  for (const [at, name] of ['b.txt', 'c.txt', 'd.txt'].entries()) expect(troubles[at]).toContain(name)
  expect(readdirSync(place).map((name) => name.replace(/damaged-.*/, 'damaged'))).toEqual([
    `a.txt.${id}.json`,
    'b.txt.00000000000000bb.json.damaged',
    'c.txt.00000000000000cc.json.damaged',
    'd.txt.00000000000000dd.json',
  ])
})

test('where no recovery file can be written either, that is said with the reason', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const userFolder = temporaryFolder({ recovery: 'a file in the way' })
  await expect(keep(await startWinnow(folder, { userFolder }), [begun])).rejects.toMatchObject({
    code: 'not-saved',
    message: expect.stringContaining(join(userFolder, 'recovery')),
  })
})

test('edits are kept while the save of others hangs, if without their texts', async () => {
  const folder = temporaryFolder({ 'a.txt': text })
  const winnow = await startWinnow(folder, { userFolder: temporaryFolder() })
  let saved: Promise<number> = Promise.resolve(0)
  await withFileLock(labelsFile(folder, 'a.txt'), async () => {
    saved = winnow.apply('a.txt', [labelling(0, 'title')])
    // By then it has begun, and waits for the lock.
    await new Promise((resolve) => setImmediate(resolve))
    const { path } = await keep(winnow, [labelLines(text, 1, 1, 'body')])
    expect(recoveryFileSchema.parse(JSON.parse(readFileSync(path ?? '', 'utf8')))).toMatchObject({
      dump: null,
      segments: [],
      edits: [{ kind: 'label' }],
    })
  })
  await saved
  // They are compared all the same, by what they make of the labels that are there now.
  expect(await listed(winnow)).toMatchObject({
    files: [{ texts: [{ text: 'đoạn 😀 một', present: [null], kept: 'body', fits: true }] }],
  })
})

/** Runs the process that labels until the last label is kept, and kills it then. */
async function labelUntilKilled(folder: string, userFolder: string, count: number): Promise<string> {
  const script = await bundle('label-while-blocked.ts')
  const child: ChildProcess = spawn(process.execPath, [script, folder, userFolder, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let last = ''
  if (child.stdout)
    for await (const line of createInterface(child.stdout)) {
      last = line
      if (line.startsWith(`${count} `)) child.kill('SIGKILL')
    }
  await exited
  return last
}

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n')

test('kill -9 while nothing can be saved loses nothing that was kept', async () => {
  const folder = temporaryFolder({ 'a.txt': lines(40) })
  const userFolder = temporaryFolder()
  writeFileSync(join(folder, 'winnow'), '')
  await labelUntilKilled(folder, userFolder, 25)
  rmSync(join(folder, 'winnow'))
  const { winnow, id: corpus, open } = await startWinnow(folder, { userFolder })
  const { files } = await winnow.service.listRecovery({ corpus })
  expect(files).toMatchObject([{ document: 'a.txt', differing: 25, fitting: 25 }])
  await winnow.service.recoverEdits({ corpus, ids: files.map((file) => file.id) })
  expect(labelsOf(await open('a.txt'))).toEqual(
    Array.from({ length: 40 }, (_, at) => (at >= 25 ? null : at % 2 === 0 ? 'body' : 'caption')),
  )
}, 30_000)

/** A disk of 64 KiB on which nothing more fits, if we may make one; null where not. */
function fullDisk(dump: string): { folder: string; free: () => void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'winnow-test', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  writeFileSync(join(folder, 'a.txt'), dump)
  try {
    for (let at = 0; ; at++) writeFileSync(join(folder, `filling-${at}`), 'x'.repeat(4096))
  } catch {
    return {
      folder,
      free: () => {
        for (const name of readdirSync(folder)) if (name.startsWith('filling')) rmSync(join(folder, name))
      },
    }
  }
}

test('a disk that is full: labels are kept on another one, and saved once there is room', async ({
  skip,
}) => {
  const disk = fullDisk(lines(10))
  if (!disk) return skip('needs Linux and root, who may make a small disk')
  const userFolder = temporaryFolder()
  expect(await labelUntilKilled(disk.folder, userFolder, 10)).toContain('the disk is full (ENOSPC)')
  const blocked = await startWinnow(disk.folder, { userFolder })
  const { files } = await listed(blocked)
  expect(files).toMatchObject([{ differing: 10, fitting: 10, reason: expect.stringContaining('ENOSPC') }])
  const ids = files.map((file) => file.id)
  // Still full: nothing is recovered, which is said, and nothing is lost.
  expect(await blocked.winnow.service.recoverEdits({ corpus: blocked.id, ids })).toMatchObject({
    recovered: [],
    left: [{ differing: 10 }],
    troubles: [expect.stringContaining('ENOSPC')],
  })
  disk.free()
  const free = await startWinnow(disk.folder, { userFolder })
  expect(await free.winnow.service.recoverEdits({ corpus: free.id, ids })).toMatchObject({ left: [] })
  expect(labelsOf(await free.open('a.txt'))).not.toContain(null)
}, 30_000)
