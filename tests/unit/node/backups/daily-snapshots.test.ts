import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DailySnapshots } from '../../../../src/node/backups/daily-snapshots.ts'
import { snapshotsIn } from '../../../../src/node/backups/snapshots-in.ts'
import { asOrdinaryUser, giveToOrdinaryUser } from '../as-ordinary-user.ts'
import { bundle } from '../bundled-process.ts'
import { labelling, labelsFile, listedIn, startWinnow } from '../started-winnow.ts'
import { putFiles, temporaryFolder } from '../temporary-folder.ts'

/** Snapshots by a clock of the test, and what they told. */
function byClock(day: string): { snapshots: DailySnapshots; told: string[]; setDay: (day: string) => void } {
  let now = day
  const told: string[] = []
  const snapshots = new DailySnapshots({
    now: () => new Date(`${now}T12:00:00`),
    onTrouble: (_home, message) => told.push(message),
    log: (error) => {
      throw error
    },
  })
  onTestFinished(() => snapshots.close())
  return {
    snapshots,
    told,
    setDay: (next) => {
      now = next
    },
  }
}

const kept = (home: string, day: string, file: string): string =>
  readFileSync(join(home, '.backups', day, ...file.split('/')), 'utf8')

const inode = (home: string, day: string, file: string): number =>
  statSync(join(home, '.backups', day, ...file.split('/'))).ino

test('keeps how all was at the beginning of each day, and each state once', async () => {
  const home = temporaryFolder({
    'labels/an/a.txt.json': '{"a":1}',
    'labels/an/site/b.txt.json': '{"b":1}',
    'labels/an/a.txt.json.bak': 'no part of it',
    'project.json': '{}',
    'guidelines.md': '# So',
    'work-lists/first.json': '[]',
    '.cache/index.json': 'nor this',
    'exports/out.json': 'nor this',
  })
  const { snapshots, told, setDay } = byClock('2026-03-01')
  await snapshots.whole(home)
  const day = join(home, '.backups', '2026-03-01')
  expect(
    (readdirSync(day, { recursive: true }) as string[])
      .filter((name) => /\.(json|md|bak)$/.test(name))
      .sort(),
  ).toEqual([
    'guidelines.md',
    'labels/an/a.txt.json',
    'labels/an/site/b.txt.json',
    'project.json',
    'snapshot.json',
    'work-lists/first.json',
  ])
  expect(readFileSync(join(home, '.backups', '.gitignore'), 'utf8')).toBe('*\n')

  // A program that writes into the file itself does not reach what is kept.
  writeFileSync(join(home, 'labels/an/a.txt.json'), '{"a":2}')
  setDay('2026-03-02')
  await snapshots.whole(home)
  expect(kept(home, '2026-03-01', 'labels/an/a.txt.json')).toBe('{"a":1}')
  expect(kept(home, '2026-03-02', 'labels/an/a.txt.json')).toBe('{"a":2}')
  expect(inode(home, '2026-03-01', 'project.json')).toBe(inode(home, '2026-03-02', 'project.json'))
  expect(inode(home, '2026-03-02', 'project.json')).not.toBe(statSync(join(home, 'project.json')).ino)
  expect(await snapshotsIn(home)).toMatchObject([
    { day: '2026-03-01', files: 5 },
    { day: '2026-03-02', files: 5, added: 7 },
  ])

  // Fifteen days later the first one is too old.
  setDay('2026-03-16')
  await snapshots.whole(home)
  expect((await snapshotsIn(home)).map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-16'])
  expect(told).toEqual([])
})

test('a labels file that is written before its turn comes is kept as it was before', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x\ny' })
  const before = await startWinnow(folder, { now: () => new Date('2026-03-01T23:00:00') })
  await before.apply('a.txt', [labelling(0, 'title')])
  await before.winnow.close()
  let now = new Date('2026-03-01T23:30:00')
  const ann = await startWinnow(folder, { now: () => now })
  await ann.open('a.txt')
  const yesterday = readFileSync(labelsFile(folder, 'a.txt'), 'utf8')
  // The window stays open over night: the first save of the day comes without the corpus being opened.
  now = new Date('2026-03-02T07:00:00')
  await ann.apply('a.txt', [labelling(1, 'body')])
  const home = join(folder, 'winnow')
  await vi.waitFor(() => expect(existsSync(join(home, '.backups', '2026-03-02'))).toBe(true))
  expect(kept(home, '2026-03-02', 'labels/ann/a.txt.json')).toBe(yesterday)
  expect(readFileSync(labelsFile(folder, 'a.txt'), 'utf8')).not.toBe(yesterday)
  // Nothing of it is taken for a dump, or for labels.
  const again = await startWinnow(folder, { now: () => now })
  const { annotators } = await again.winnow.service.statsCorpus({ corpus: again.id })
  expect(annotators).toMatchObject([{ name: 'ann', leftOut: [] }])
  expect(listedIn(again.corpus)).toEqual(['a.txt'])
})

test('two Winnows make one snapshot, into which both put what they are about to write', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`labels/an/${n}.json`, `{"n":${n}}`]),
  )
  const home = temporaryFolder(files)
  const [one, other] = [byClock('2026-03-01'), byClock('2026-03-01')]
  const write = async ({ snapshots }: typeof one, n: number): Promise<void> => {
    const path = join(home, 'labels', 'an', `${n}.json`)
    await snapshots.beforeWrite(home, path)
    rmSync(path)
    writeFileSync(path, 'new')
  }
  await Promise.all([write(one, 299), write(other, 298), write(one, 0), write(other, 1)])
  await Promise.all([one.snapshots.whole(home), other.snapshots.whole(home)])
  expect((await snapshotsIn(home)).map(({ day, files }) => [day, files])).toEqual([['2026-03-01', 300]])
  for (const n of [0, 1, 298, 299]) expect(kept(home, '2026-03-01', `labels/an/${n}.json`)).toBe(`{"n":${n}}`)
  expect([one.told, other.told]).toEqual([[], []])
})

test('a process that is killed while it makes one leaves none that counts, and the next one goes on with it', async () => {
  const home = temporaryFolder({})
  const count = 800
  putFiles(
    home,
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`labels/an/${n}.json`, `{"n":${n}}`])),
  )
  const script = await bundle('make-snapshot.ts')
  const folder = join(home, '.backups', '2026-03-01.making', 'labels', 'an')
  const copied = (): number => (existsSync(folder) ? readdirSync(folder).length : 0)
  for (const share of [0.05, 0.5]) {
    const child: ChildProcess = spawn(process.execPath, [script, home, '2026-03-01'], { stdio: 'ignore' })
    const over = new Promise((resolve) => child.on('close', resolve))
    await vi.waitFor(() => expect(copied()).toBeGreaterThan(count * share), { interval: 1, timeout: 20_000 })
    child.kill('SIGKILL')
    await over
    expect(await snapshotsIn(home)).toEqual([])
    expect(copied()).toBeLessThan(count)
  }
  // What was copied before the kill is not copied anew, though the file has other labels by now.
  const early = readdirSync(folder).find((name) => name.endsWith('.json')) ?? ''
  const was = readFileSync(join(folder, early), 'utf8')
  writeFileSync(join(home, 'labels', 'an', early), 'newer')
  // Whatever moment it was killed in: a file may have been half copied.
  writeFileSync(join(folder, '0.json.1-0123abcd.tmp'), '{"n"')
  const { snapshots } = byClock('2026-03-01')
  await snapshots.whole(home)
  expect(await snapshotsIn(home)).toMatchObject([{ files: count }])
  const all = readdirSync(join(home, '.backups'), { recursive: true, encoding: 'utf8' })
  expect(all.filter((name) => /\.(tmp|lock|making)$/.test(name))).toEqual([])
  expect(kept(home, '2026-03-01', `labels/an/${early}`)).toBe(was)
  for (let n = 0; n < count; n++)
    if (`${n}.json` !== early) expect(kept(home, '2026-03-01', `labels/an/${n}.json`)).toBe(`{"n":${n}}`)
}, 60_000)

test('that there is no snapshot is said, and labelling goes on', async () => {
  const folder = temporaryFolder({ 'a.txt': 'x\ny' })
  const before = await startWinnow(folder)
  await before.apply('a.txt', [labelling(0, 'title')])
  await before.winnow.close()
  // Something else has the name.
  writeFileSync(join(folder, 'winnow', '.backups'), 'no folder')
  const ann = await startWinnow(folder, { now: () => new Date('2026-03-02T07:00:00') })
  await ann.open('a.txt')
  const trouble = await ann.event(({ name }) => name === 'backup-trouble')
  expect(trouble.payload).toMatchObject({
    corpus: ann.id,
    message: expect.stringContaining(join(folder, 'winnow', '.backups')),
  })
  expect(await ann.apply('a.txt', [labelling(1, 'body')])).toBe(2)
})

test('a labels file that cannot be read is missing in the snapshot by name', async () => {
  const home = temporaryFolder({ 'labels/an/a.json': '1', 'labels/an/b.json': '2' })
  giveToOrdinaryUser(home)
  chmodSync(join(home, 'labels/an/b.json'), 0)
  const { snapshots, told } = byClock('2026-03-01')
  await asOrdinaryUser(() => snapshots.whole(home))
  expect(told).toEqual([expect.stringContaining(join(home, 'labels/an/b.json'))])
  expect(await snapshotsIn(home)).toMatchObject([{ files: 1 }])
})
