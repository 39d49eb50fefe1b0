import type { ReactNode } from 'react'
import type { Corpus } from '../../core/contract.ts'
import { useWinnow } from '../state/controller-context.ts'
import type { DialogName } from '../state/winnow-store.ts'
import { DayDialog } from './day-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { TrashDialog } from './trash-dialog.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

/** The dialogs about earlier versions of labels, and the trash. */
export function BackupDialogs({ corpus, dialog }: { corpus: Corpus; dialog: DialogName | null }): ReactNode {
  const document = useWinnow(({ view }) => (view.kind === 'open' ? view.work.document : null))
  if (dialog === 'earlier-versions' && document !== null)
    return <VersionsDialog corpus={corpus} document={document} />
  if (dialog === 'restore-day') return <DayDialog corpus={corpus} />
  if (dialog === 'delete-labels') return <DeleteDialog corpus={corpus} />
  if (dialog === 'trash') return <TrashDialog corpus={corpus} />
  return null
}
