import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { LinesFile } from '../../../src/node/lines-file.ts'
import { makeFolder } from '../../../src/node/make-folder.ts'
import { replaceFile } from '../../../src/node/replace-file.ts'
import { asOrdinaryUser, ordinaryUser } from './as-ordinary-user.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The group of the colleagues; whoever runs the tests need not be in it. */
const colleagues = 54_321

const umaskBefore = process.umask()
afterEach(() => process.umask(umaskBefore))

const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8)

/** A corpus with these permissions, and what Winnow writes into it under this umask. */
async function written(corpusMode: number, umask: number) {
  const corpus = temporaryFolder()
  chmodSync(corpus, corpusMode)
  process.umask(umask)
  const file = join(corpus, 'winnow', 'labels', 'linh', 'a.txt.json')
  await replaceFile(file, '{}', { keepPrevious: true })
  process.umask(umaskBefore)
  return {
    corpus,
    file,
    folder: join(corpus, 'winnow'),
    modes: [modeOf(join(corpus, 'winnow')), modeOf(file)],
  }
}

describe.skipIf(process.platform === 'win32')('what is written', () => {
  it.each([
    ['the user’s own', 0o700, ['700', '600']],
    ['one that others may read', 0o755, ['700', '600']],
    ['one that a group works in', 0o775, ['770', '660']],
    ['one that everybody works in', 0o777, ['777', '666']],
    ['one where nobody may change what others made', 0o1777, ['700', '600']],
  ])('is for those with whom the folder is shared, under any umask: %s', async (_case, corpusMode, modes) => {
    for (const umask of [0, 0o022, 0o077]) expect((await written(corpusMode, umask)).modes).toEqual(modes)
  })

  it('keeps the permissions that the user gave it', async () => {
    const { file, folder } = await written(0o755, 0o022)
    chmodSync(file, 0o644)
    chmodSync(folder, 0o755)
    await replaceFile(file, '{"more": 1}', { keepPrevious: true })
    await replaceFile(join(folder, 'guidelines.md'), 'new', { keepPrevious: true })
    expect([file, `${file}.bak`, folder, join(folder, 'guidelines.md')].map(modeOf)).toEqual([
      '644',
      '644',
      '755',
      '600',
    ])
  })

  it('is for the user alone where it is the user’s own, whatever it was and lies in', async () => {
    const shared = temporaryFolder()
    chmodSync(shared, 0o777)
    const file = join(shared, 'own', 'state.json')
    await replaceFile(file, '{}', { private: true, keepPrevious: false })
    chmodSync(file, 0o644)
    await replaceFile(file, '{}', { private: true, keepPrevious: false })
    expect([join(shared, 'own'), file].map(modeOf)).toEqual(['700', '600'])
  })

  it('is an export for those of its folder, and keeps the permissions of the one that it replaces', async () => {
    const place = temporaryFolder()
    const path = join(place, 'out.jsonl')
    const write = async (): Promise<void> => {
      const file = new LinesFile({ path, overwrite: true })
      await file.begin()
      await file.add('{}')
      await file.finish()
    }
    process.umask(0)
    await write()
    expect(modeOf(path)).toBe('600')
    chmodSync(path, 0o640)
    await write()
    expect(modeOf(path)).toBe('640')
  })

  it.runIf(ordinaryUser())(
    'has the group of a shared folder, and hands that on where the folder does',
    async () => {
      const corpus = temporaryFolder()
      chownSync(corpus, process.geteuid?.() ?? 0, colleagues)
      for (const [mode, folderMode] of [
        [0o775, '770'],
        [0o2775, '2770'],
      ] as const) {
        chmodSync(corpus, mode)
        const folder = join(corpus, `for-${mode}`)
        await makeFolder(join(folder, 'below'))
        await replaceFile(join(folder, 'below', 'a.json'), '{}', { keepPrevious: false })
        expect([folder, join(folder, 'below')].map(modeOf)).toEqual([folderMode, folderMode])
        expect(modeOf(join(folder, 'below', 'a.json'))).toBe('660')
        expect(statSync(join(folder, 'below', 'a.json')).gid).toBe(colleagues)
      }
    },
  )

  it.runIf(ordinaryUser())('is for no other group where the user is not in that of the folder', async () => {
    const corpus = temporaryFolder()
    chownSync(corpus, ordinaryUser() ?? 0, colleagues)
    chmodSync(corpus, 0o775)
    const file = join(corpus, 'winnow', 'a.json')
    await asOrdinaryUser(() => replaceFile(file, '{}', { keepPrevious: false }))
    expect([join(corpus, 'winnow'), file].map(modeOf)).toEqual(['700', '600'])
    // The same in a folder that everybody may write to: then the other group is a part of everybody.
    mkdirSync(join(corpus, 'open'))
    chownSync(join(corpus, 'open'), ordinaryUser() ?? 0, colleagues)
    chmodSync(join(corpus, 'open'), 0o777)
    await asOrdinaryUser(() => replaceFile(join(corpus, 'open', 'a.json'), '{}', { keepPrevious: false }))
    expect(modeOf(join(corpus, 'open', 'a.json'))).toBe('666')
  })
})
