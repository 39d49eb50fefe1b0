import { Dices, StickyNote } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnCell } from '../../core/columns/column-cell.ts'
import type { Summary } from '../../core/contract.ts'
import { formatBytes } from '../messages/format-bytes.ts'
import { useController } from '../state/controller-context.ts'
import type { DocumentOrder } from '../state/document-order.ts'
import type { ListColumn } from '../state/list-column.ts'
import { StatusIcon } from './status-icon.tsx'

/** What of a document stands below its name. */
export interface DocumentRowFacts {
  /** Its site, '' where that is told elsewhere. */
  readonly where: string
  /** The code of its language, '' where that is not known. */
  readonly language: string
  readonly bytes: number
  /** What it has in the column by which the list is shown; null: nothing, or there is no such column. */
  readonly cell: ColumnCell
}

interface DocumentRowProps {
  id: string
  facts: DocumentRowFacts
  summary: Summary | undefined
  open: boolean
  /** Whether it was taken at random to learn from, so that it may be part of a fair test set. */
  random: boolean
}

/** What stands below the name of the document at a place of the list; its site stands above it in a grouped one. */
export function factsOf(
  documents: DocumentOrder,
  place: number,
  column: ListColumn | null,
): DocumentRowFacts {
  const { table, groups } = documents
  const index = documents.indexAt(place) ?? 0
  const { file, row } = table.placeAt(index)
  return {
    where: groups ? '' : table.siteAt(index),
    language: table.languageAt(index),
    bytes: table.bytesAt(index),
    cell: column?.values.at(file, row) ?? null,
  }
}

/** A document of the list: its name, where it is from, and how far it is. */
export const DocumentRow = memo(function DocumentRow(props: DocumentRowProps): ReactNode {
  const { t, i18n } = useTranslation()
  const controller = useController()
  const { summary } = props
  const { where, language, bytes, cell } = props.facts
  const status = summary?.trouble ? 'trouble' : (summary?.status ?? 'new')
  const share = summary && summary.segments > 0 ? summary.labelled / summary.segments : 0
  const folderEnd = props.id.lastIndexOf('/') + 1
  const folder = props.id.slice(0, Math.max(0, folderEnd - 1))
  // Rounded so that only a document with all its labels shows 100%.
  const percent = share === 1 ? 100 : Math.floor(share * 100)
  return (
    <button
      type="button"
      className="document-row"
      aria-current={props.open ? 'true' : undefined}
      title={summary?.trouble ? `${props.id} – ${summary.trouble}` : props.id}
      onClick={() => void controller.openDocument(props.id)}
    >
      <StatusIcon status={status} />
      <span className="document-name">
        {props.id.slice(folderEnd)}
        {folderEnd > 0 && (
          <span className="document-folder">
            {[
              cellText(cell, i18n.language),
              folder,
              where === folder ? '' : where,
              language,
              formatBytes(bytes, i18n.language),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        )}
      </span>
      {props.random && <Dices className="document-note" role="img" aria-label={t('list.random')} />}
      {summary?.note && <StickyNote className="document-note" role="img" aria-label={t('list.has-note')} />}
      {percent > 0 && <span className="document-share">{percent}%</span>}
    </button>
  )
}, sameRow)

/** Whole numbers as they are: they may be ids or years. */
const cellText = (cell: ColumnCell, language: string): string =>
  typeof cell === 'number' && !Number.isInteger(cell)
    ? cell.toLocaleString(language, { maximumSignificantDigits: 6, useGrouping: false })
    : String(cell ?? '')

/** The facts are made anew for each drawing. */
function sameRow(a: DocumentRowProps, b: DocumentRowProps): boolean {
  return (
    a.id === b.id &&
    a.summary === b.summary &&
    a.open === b.open &&
    a.random === b.random &&
    a.facts.where === b.facts.where &&
    a.facts.language === b.facts.language &&
    a.facts.bytes === b.facts.bytes &&
    a.facts.cell === b.facts.cell
  )
}
