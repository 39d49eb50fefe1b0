import { z } from 'zod'
import { statuses } from '../../annotation.ts'
import { datasetUnits } from '../../offsets.ts'
import { labelOrigins } from '../../segment.ts'
import { say } from '../../sentences/say.ts'
import {
  isTrouble,
  nothingRead,
  type ReadDocument,
  type ReadLine,
  type ReadSpan,
  type ReadTrouble,
} from '../read-document.ts'
import { csvColumns } from './csv-columns.ts'
import { csvRowsOf } from './csv-rows.ts'
import { undefuse } from './formula-guard.ts'

/** An empty cell says nothing. */
const optionally = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional())

const count = z
  .string()
  .regex(/^\d{1,15}$/, { error: () => say`is no whole number` })
  .transform(Number)

const rowSchema = z.object({
  document: optionally(z.string()),
  start: optionally(count),
  end: optionally(count),
  label: optionally(z.string()),
  text: optionally(z.string()),
  by: optionally(z.enum(labelOrigins)),
  from: optionally(z.string()),
  labelled_by: optionally(z.string()),
  status: optionally(z.enum(statuses)),
  url: optionally(z.string()),
  sha256: optionally(z.string()),
  offsets: optionally(z.enum(datasetUnits)),
})

type Row = z.infer<typeof rowSchema>

/** What other tables call these columns. */
const otherNames: Readonly<Record<string, string>> = { id: 'document', annotator: 'labelled_by' }

/**
 * The documents of a table with a segment a row, which stand together; by offsets if there are columns `start` and
 * `end`, else as lines in their order. Needs a header with `label` and something that names the document.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<ReadDocument | ReadTrouble> {
  let table: Table | null = null
  for await (const row of csvRowsOf(chunks)) {
    if (isTrouble(row)) yield row
    else if (table === null) {
      table = new Table(row.cells)
      const fault = table.fault()
      if (fault !== null) {
        yield { where: say`row ${row.number}`, reason: fault }
        return
      }
    } else yield* table.take(row.cells, row.number)
  }
  yield* table?.end() ?? []
}

interface Group {
  readonly key: string
  readonly from: number
  to: number
  readonly rows: Row[]
}

class Table {
  readonly #names: readonly string[]
  readonly #hasOffsets: boolean
  readonly #ended = new Set<string>()
  /** Of the rows that come too late and were told of. */
  #late: string | null = null
  #group: Group | null = null

  constructor(header: readonly string[]) {
    const names = header.map((name) => name.trim().toLowerCase())
    this.#names = names.map((name) => {
      const ours = otherNames[name]
      return ours === undefined || names.includes(ours) ? name : ours
    })
    this.#hasOffsets = this.#names.includes('start') && this.#names.includes('end')
  }

  /** Why nothing can be read, if so. */
  fault(): string | null {
    const has = (name: string): boolean => this.#names.includes(name)
    const names = this.#names.join(', ')
    if (!has('label')) return say`The table has no column named label in its first row. It has: ${names}.`
    if (!this.#hasOffsets && !has('text'))
      return say`The table has neither a column named text nor columns named start and end. It has: ${names}.`
    if (!['document', 'sha256', 'url'].some(has))
      return say`The table does not say which document a row belongs to, in a column named document, sha256 or url. It has: ${names}.`
    return null
  }

  *take(cells: readonly string[], number: number): Generator<ReadDocument | ReadTrouble> {
    const row = this.#row(cells, number)
    if (isTrouble(row)) {
      yield row
      return
    }
    const key = JSON.stringify([row.document ?? row.sha256 ?? row.url, row.labelled_by])
    if (this.#group?.key !== key) {
      yield* this.end()
      if (this.#ended.has(key)) {
        if (this.#late !== key)
          yield {
            where: say`row ${number}`,
            reason: say`Its document has rows further up, with others between; this one and those that follow it are left out. Sort the table by document.`,
          }
        this.#late = key
        return
      }
      this.#group = { key, from: number, to: number, rows: [] }
    }
    this.#group.to = number
    this.#group.rows.push(row)
  }

  /** What is complete once no more rows of the document come. */
  *end(): Generator<ReadDocument> {
    const group = this.#group
    const first = group?.rows[0]
    if (!group || !first) return
    this.#group = null
    this.#ended.add(group.key)
    yield {
      ...nothingRead,
      where: group.from === group.to ? say`row ${group.from}` : say`rows ${group.from} to ${group.to}`,
      id: first.document ?? null,
      sha256: first.sha256 ?? null,
      url: first.url ?? null,
      annotator: first.labelled_by ?? null,
      status: first.status ?? null,
      unit: first.offsets ?? 'codepoint',
      spans: this.#hasOffsets ? group.rows.map(spanOf) : null,
      lines: this.#hasOffsets ? null : group.rows.map(lineOf),
    }
  }

  #row(cells: readonly string[], number: number): Row | ReadTrouble {
    const trouble = (reason: string): ReadTrouble => ({ where: say`row ${number}`, reason })
    if (cells.length !== this.#names.length)
      return trouble(say`It has ${cells.length} cells and not ${this.#names.length}.`)
    const record = new Map(this.#names.map((name, index) => [name, cells[index] ?? '']))
    const isDefused = /^true$/i.test(record.get('defused') ?? '')
    const parsed = rowSchema.safeParse(
      Object.fromEntries(
        csvColumns.map((name) => {
          const cell = record.get(name) ?? ''
          return [name, isDefused ? undefuse(cell) : cell]
        }),
      ),
    )
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return trouble(
        say`Its ${issue?.path.map(String).join('.') ?? ''} does not fit: ${issue?.message ?? ''}.`,
      )
    }
    const row = parsed.data
    if (this.#hasOffsets && (row.start === undefined || row.end === undefined))
      return trouble(say`It does not say where its segment starts and ends.`)
    if ((row.document ?? row.sha256 ?? row.url) === undefined)
      return trouble(say`It does not say which document it belongs to.`)
    return row
  }
}

const spanOf = (row: Row): ReadSpan => ({
  start: row.start ?? 0,
  end: row.end ?? 0,
  label: row.label ?? null,
  text: row.text ?? null,
  by: row.by,
  from: row.from,
})

const lineOf = (row: Row): ReadLine => ({ text: row.text ?? '', label: row.label ?? null })
