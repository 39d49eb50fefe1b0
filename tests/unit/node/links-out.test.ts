import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DocumentTable, type TableData } from '../../../src/core/listing/document-table.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import { readListing, writeListing } from '../../../src/node/listing/listing-cache.ts'
import { labelling, labelsFile, listedIn, startWinnow } from './started-winnow.ts'
import { putFiles, temporaryFolder } from './temporary-folder.ts'

const secret = 'what nobody else may read'

/** A folder with a corpus of two documents in it, and a secret beside that. */
function place(): { corpus: string; outside: string } {
  const root = temporaryFolder({
    'corpus/a.txt': 'A title\n',
    'corpus/part/b.txt': 'B title\n',
    'outside/a.txt': secret,
    'outside/b.txt': secret,
  })
  return { corpus: join(root, 'corpus'), outside: join(root, 'outside') }
}

describe('a document', () => {
  it.each([
    ['a.txt', 'a.txt', 'a.txt'],
    ['part/b.txt', 'part', '.'],
  ])('that is a link out of the corpus since it was listed is refused: %s', async (id, replaced, by) => {
    const { corpus, outside } = place()
    const { winnow, id: folder, corpus: opened } = await startWinnow(corpus)
    expect(listedIn(opened)).toContain(id)
    rmSync(join(corpus, replaced), { recursive: true })
    symlinkSync(join(outside, by), join(corpus, replaced))
    const reply = await winnow.service.openDocument({ corpus: folder, document: id }).catch(String)
    expect(reply).toMatch(/link leads from there out of the folder|is no longer there|no document/)
    expect(JSON.stringify(reply)).not.toContain(secret)
  })

  it('that a list names which came with the corpus is within the corpus, or the list is not taken', async () => {
    const { corpus } = place()
    const started = await startWinnow(corpus)
    await started.apply('a.txt', [labelling(0, 'title')])
    await started.winnow.close()
    const settings = { columns: {}, cacheFolder: join(corpus, 'winnow', '.cache') }
    mkdirSync(settings.cacheFolder, { recursive: true })
    const keep = (name: string): Promise<void> =>
      writeListing(settings, { table: listOf(name), indexed: [], read: [], troubles: [] })
    await keep('a.txt')
    expect((await readListing(settings))?.table.has('a.txt')).toBe(true)
    for (const id of ['../outside/a.txt', '/etc/hostname', 'part/../../outside/a.txt', '..', '.\\a', 'a\0']) {
      await keep(id)
      expect(await readListing(settings)).toBeNull()
    }
  })
})

/** A list of one file, which is called `id`. */
const listOf = (id: string): TableData =>
  DocumentTable.empty
    .with({ ...noChange, files: { ids: [id], bytes: [8], readers: ['text'], versions: ['1'] } })
    .data()

describe('labels', () => {
  it.each(['winnow', 'winnow/labels', 'winnow/labels/ann', 'winnow/.cache', 'winnow/project.json'])(
    'are not written through a link out of the corpus: %s',
    async (link) => {
      const { corpus, outside } = place()
      mkdirSync(join(corpus, link, '..'), { recursive: true })
      symlinkSync(outside, join(corpus, link))
      const before = readdirSync(outside)
      await expect(startWinnow(corpus)).rejects.toThrow(`${join(corpus, link)} is a link that leads out`)
      expect(readdirSync(outside)).toEqual(before)
      // Whoever means it says so.
      const { apply } = await startWinnow(corpus, { labelsFolder: join(outside, 'labels-of-mine') })
      await apply('a.txt', [labelling(0, 'title')])
      expect(existsSync(join(outside, 'labels-of-mine', 'labels', 'ann', 'a.txt.json'))).toBe(true)
    },
  )

  it('are written through a link that stays in the corpus, and in the place of one that is the file', async () => {
    const { corpus, outside } = place()
    const { apply, winnow } = await startWinnow(corpus)
    await apply('a.txt', [labelling(0, 'title')])
    await winnow.close()
    renameSync(join(corpus, 'winnow', 'labels', 'ann'), join(corpus, 'part', 'ann'))
    symlinkSync(join(corpus, 'part', 'ann'), join(corpus, 'winnow', 'labels', 'ann'))
    putFiles(outside, { 'labels.json': readFileSync(labelsFile(corpus, 'a.txt'), 'utf8') })
    rmSync(labelsFile(corpus, 'a.txt'))
    symlinkSync(join(outside, 'labels.json'), labelsFile(corpus, 'a.txt'))
    const before = readFileSync(join(outside, 'labels.json'), 'utf8')
    const again = await startWinnow(corpus)
    await again.open('a.txt')
    await again.apply('a.txt', [{ kind: 'status', before: 'new', after: 'in-progress' }]).catch(() => {})
    await again.apply('a.txt', [{ kind: 'note', before: '', after: 'mine' }])
    expect(readFileSync(join(outside, 'labels.json'), 'utf8')).toBe(before)
    expect(readFileSync(labelsFile(corpus, 'a.txt'), 'utf8')).toContain('mine')
  })
})
