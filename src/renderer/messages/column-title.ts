import type { AskedColumn } from '../../core/contract-columns.ts'
import { i18n } from './i18n.ts'

/** What a column is called: that of the records by its path. */
export const columnTitle = (column: AskedColumn): string =>
  column.kind === 'record' ? column.path : i18n.t('column.repeated')
