import { ColumnValues } from '../../core/columns/column-values.ts'
import type { AskedColumn } from '../../core/contract-columns.ts'
import type { Controller } from './controller.ts'

/** A column by which the list is filtered and sorted, as far as it was read. */
export interface ListColumn {
  readonly asked: AskedColumn
  readonly values: ColumnValues
  /** The job that reads it; null once that has ended. */
  readonly job: string | null
  /** How much of how much is behind it. */
  readonly done: number
  readonly total: number
  /** The sentence why not all was read. */
  readonly trouble: string | null
  /** Grows with what is known, but of many records not with each few: to sort all takes time. */
  readonly revision: number
}

/** What of the controller is needed to read a column. */
type Reading = Pick<Controller, 'store' | 'invoke' | 'subscribe'>

/** Shows the list by this column from now on, and begins to read it; null: by none. */
export function chooseListColumn(controller: Reading, asked: AskedColumn | null): void {
  stopListColumn(controller)
  if (asked) void read(controller, asked)
  else
    controller.store.setState(({ listSort }) => ({
      listColumn: null,
      listColumnText: '',
      listSort: listSort.by === 'column' ? { by: 'name', reversed: false } : listSort,
    }))
}

/** Reads the column no further; what was read of it stays. */
export function stopListColumn({ store, invoke }: Pick<Reading, 'store' | 'invoke'>): void {
  const job = store.getState().listColumn?.job
  if (job) void invoke('cancelJob', { job })
}

/** Reads the chosen column again, as dumps have changed or it was stopped. */
export function readListColumnAgain(controller: Reading): void {
  const { listColumn } = controller.store.getState()
  if (listColumn) chooseListColumn(controller, listColumn.asked)
}

/** For how long events that travel beside a reply may come after it, in milliseconds. */
const longestWay = 5000

async function read(controller: Reading, asked: AskedColumn): Promise<void> {
  const { store } = controller
  const { corpus } = store.getState()
  if (!corpus) return
  const job = crypto.randomUUID()
  const values = new ColumnValues()
  store.setState({
    listColumn: { asked, values, job, done: 0, total: 0, trouble: null, revision: 0 },
    listColumnText: isSame(store.getState().listColumn?.asked, asked) ? store.getState().listColumnText : '',
  })
  const change = (part: Partial<ListColumn>): void =>
    store.setState(({ listColumn }) =>
      listColumn?.job === job ? { listColumn: { ...listColumn, ...part } } : {},
    )
  let told = 0
  /** How many cells there are to come in all; not known before the reply. */
  let all = Number.POSITIVE_INFINITY
  const settle = (trouble: string | null): void => {
    end()
    change({ job: null, trouble, revision: Number.POSITIVE_INFINITY })
  }
  const end = controller.subscribe((event) => {
    if (event.name !== 'column-cells' || event.payload.job !== job) return
    // Another column was chosen, or another corpus opened.
    if (store.getState().listColumn?.job !== job) {
      end()
      void controller.invoke('cancelJob', { job })
      return
    }
    const { done, total, rows } = event.payload
    for (const some of rows) {
      values.add(some)
      told += some.cells.length
    }
    change({ done, total, revision: growth(values.size) })
    if (told >= all) settle(null)
  })
  const reply = await controller.invoke('readColumn', { corpus: corpus.folder.id, column: asked, job })
  if (!reply.ok) {
    settle(reply.code === 'cancelled' ? null : reply.message)
    return
  }
  all = reply.value.cells
  if (told >= all) settle(null)
  // What is lost on the way, as where the connection broke, is then said to be missing.
  else setTimeout(() => settle(null), longestWay)
}

const isSame = (a: AskedColumn | undefined, b: AskedColumn): boolean =>
  a?.kind === 'record' && b.kind === 'record' ? a.path === b.path : a?.kind === b.kind

/** Few documents are shown as they come, many in steps that grow with them. */
const growth = (size: number): number => (size < 10_000 ? size : 10_000 + Math.floor(Math.log2(size) * 4))
