import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentTable } from '../../../../src/core/listing/document-table.ts'
import { joinChanges } from '../../../../src/core/listing/join-changes.ts'
import { type ListingChange, noChange, tableDataSchema } from '../../../../src/core/listing/listing-change.ts'

const names = ['a.txt', 'b/a10.txt', 'b/a9.txt', 'B.md', 'c.jsonl', 'c.jsonl.gz', 'd/x.warc', 'é 1.txt']

/** A change as a service tells it: files come, change, get records, and go. */
interface Step {
  readonly kind: 'file' | 'records' | 'remove' | 'facts'
  readonly name: string
  readonly size: number
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'file' as const,
      'file' as const,
      'records' as const,
      'remove' as const,
      'facts' as const,
    ),
    name: fc.constantFrom(...names),
    size: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 40 },
)

const isContainer = (name: string): boolean => /jsonl|warc/.test(name)

/** What a table should hold, as plainly as can be: by file, its records. */
interface Plain {
  readonly bytes: number
  version: number
  readonly records: { number: number; bytes: number; site: string }[]
  site: string
}

/** The changes that the steps make, and what they come to. */
function play(played: readonly Step[]): { changes: ListingChange[]; plain: Map<string, Plain> } {
  const plain = new Map<string, Plain>()
  let version = 0
  const changes = played.map(({ kind, name, size }): ListingChange => {
    const known = plain.get(name)
    const reader = isContainer(name) ? ('jsonl' as const) : ('text' as const)
    if (kind === 'file') {
      version++
      plain.set(name, { bytes: size, version, records: [], site: '' })
      const files = { ids: [name], bytes: [size], readers: [reader], versions: [String(version)] }
      return { ...noChange, files }
    }
    if (!known) return noChange
    if (kind === 'remove') {
      plain.delete(name)
      return { ...noChange, removed: [name] }
    }
    if (kind === 'facts') {
      if (isContainer(name)) return noChange
      known.site = `site${size % 3}`
      return { ...noChange, facts: { ids: [name], sites: [known.site], languages: [''] } }
    }
    if (!isContainer(name)) return noChange
    const from = known.records.length
    const first = (known.records.at(-1)?.number ?? 0) + 1
    // Numbers have gaps where a record could not be used.
    const added = Array.from({ length: size }, (_, n) => ({
      number: first + 2 * n,
      bytes: n,
      site: n % 2 === 0 ? '' : `s${n % 5}`,
    }))
    known.records.push(...added)
    const sites = [...new Set(added.map(({ site }) => site))]
    const rows = {
      numbers: added.map(({ number }) => number),
      bytes: added.map(({ bytes }) => bytes),
      positions: added.map(({ number }) => number * 10),
      sites: { names: sites, of: added.map(({ site }) => sites.indexOf(site)) },
      languages: { names: [''], of: added.map(() => 0) },
    }
    return { ...noChange, records: [{ file: name, version: String(known.version), from, rows }] }
  })
  return { changes, plain }
}

function expectSame(table: DocumentTable, plain: ReadonlyMap<string, Plain>): void {
  const ids = [...table.ids()]
  const wanted = [...plain].flatMap(([name, { records }]) =>
    isContainer(name) ? records.map(({ number }) => `${name}/${number}`) : [name],
  )
  expect([...ids].sort()).toEqual(wanted.sort())
  expect(table.size).toBe(ids.length)
  for (const [index, id] of ids.entries()) {
    expect(table.idAt(index)).toBe(id)
    expect(table.indexOf(id)).toBe(index)
    const { file, row } = table.placeAt(index)
    const known = plain.get(file.id)
    const record = row === null ? undefined : known?.records[row]
    expect(table.bytesAt(index)).toBe(record ? record.bytes : known?.bytes)
    if (record?.site) expect(table.siteAt(index)).toBe(record.site)
    if (row === null && known?.site) expect(table.siteAt(index)).toBe(known.site)
  }
}

test('a table holds what was told, in whatever order it was told, and finds each document both ways', () => {
  fc.assert(
    fc.property(steps, (played) => {
      const { changes, plain } = play(played)
      const table = changes.reduce((before, change) => before.with(change), DocumentTable.empty)
      expectSame(table, plain)
    }),
    { numRuns: 100 },
  )
})

test('changes joined come to the same as one after the other', () => {
  fc.assert(
    fc.property(steps, (played) => {
      const { changes, plain } = play(played)
      expectSame(DocumentTable.empty.with(changes.reduce(joinChanges, noChange)), plain)
    }),
    { numRuns: 100 },
  )
})

test('a copy for a thread is the same, of one document has nothing but that', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (played, at) => {
      const { changes, plain } = play(played)
      const table = changes.reduce((before, change) => before.with(change), DocumentTable.empty)
      expectSame(DocumentTable.of(tableDataSchema.parse(structuredClone(table.data()))), plain)
      if (table.size === 0) return
      const id = table.idAt(at % table.size)
      expect([...DocumentTable.of(table.dataOf(id)).ids()]).toEqual([id])
    }),
    { numRuns: 50 },
  )
})

test('what is told twice, or of a version that is gone, changes nothing', () => {
  const { changes, plain } = play([
    { kind: 'file', name: 'c.jsonl', size: 9 },
    { kind: 'records', name: 'c.jsonl', size: 5 },
    { kind: 'records', name: 'c.jsonl', size: 3 },
  ])
  const [file = noChange, first = noChange, second = noChange] = changes
  const table = [file, first, second, first, second].reduce(
    (before, change) => before.with(change),
    DocumentTable.empty,
  )
  expectSame(table, plain)
  const changed = { ...file, files: { ...file.files, versions: ['later'] } }
  expect(table.with(changed).with(first).size).toBe(0)
})

test('files come in natural order, their records by number', () => {
  const { changes } = play(
    ['b/a10.txt', 'c.jsonl', 'b/a9.txt', 'B.md', 'a.txt'].flatMap((name) => [
      { kind: 'file' as const, name, size: 1 },
      { kind: 'records' as const, name, size: 2 },
    ]),
  )
  const table = changes.reduce((before, change) => before.with(change), DocumentTable.empty)
  expect([...table.ids()]).toEqual(['a.txt', 'b/a9.txt', 'b/a10.txt', 'B.md', 'c.jsonl/1', 'c.jsonl/3'])
  expect(table.has('c.jsonl')).toBe(false)
  expect(table.has('c.jsonl/2')).toBe(false)
  expect(table.has('c.jsonl/01')).toBe(false)
})
