import { ColumnValues } from '../../core/columns/column-values.ts'
import type { Controller } from './controller.ts'

/** A metadata column of the records, by which the list is filtered and sorted, as far as it was read. */
export interface ListColumn {
  readonly path: string
  readonly values: ColumnValues
  /** The job that reads it; null once that has ended. */
  readonly job: string | null
  /** How many bytes of how many are behind it. */
  readonly done: number
  readonly total: number
  /** The sentence why not all was read. */
  readonly trouble: string | null
  /** Grows with what is known, but of many records not with each few: to sort all takes time. */
  readonly revision: number
}

/** What of the controller is needed to read a column. */
type Reading = Pick<Controller, 'store' | 'invoke' | 'subscribe'>

/** Shows the list by this column of the records from now on, and begins to read it; null: by none. */
export function chooseListColumn(controller: Reading, path: string | null): void {
  stopListColumn(controller)
  if (path !== null) void read(controller, path)
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
  if (listColumn) chooseListColumn(controller, listColumn.path)
}

async function read(controller: Reading, path: string): Promise<void> {
  const { store } = controller
  const { corpus } = store.getState()
  if (!corpus) return
  const job = crypto.randomUUID()
  const values = new ColumnValues()
  store.setState({
    listColumn: { path, values, job, done: 0, total: 0, trouble: null, revision: 0 },
    listColumnText: store.getState().listColumn?.path === path ? store.getState().listColumnText : '',
  })
  const change = (part: Partial<ListColumn>): void =>
    store.setState(({ listColumn }) =>
      listColumn?.job === job ? { listColumn: { ...listColumn, ...part } } : {},
    )
  const end = controller.subscribe((event) => {
    if (event.name !== 'column-cells' || event.payload.job !== job) return
    // Another column was chosen, or another corpus opened.
    if (store.getState().listColumn?.job !== job) {
      end()
      void controller.invoke('cancelJob', { job })
      return
    }
    const { done, total, rows } = event.payload
    if (rows) values.add(rows)
    change({ done, total, revision: growth(values.size) })
  })
  const reply = await controller.invoke('readColumn', { corpus: corpus.folder.id, column: path, job })
  end()
  const trouble = reply.ok || reply.code === 'cancelled' ? null : reply.message
  change({ job: null, trouble, revision: Number.POSITIVE_INFINITY })
}

/** Few records are shown as they come, many in steps that grow with them. */
const growth = (size: number): number => (size < 10_000 ? size : 10_000 + Math.floor(Math.log2(size) * 4))
