import type { ReactNode } from 'react'
import type { Corpus } from '../../core/contract.ts'
import { useWinnow } from '../state/controller-context.ts'
import { CopiesDialog } from './copies-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'

/** The dialogs about labels that more than one has written. */
export function MergingDialogs({ corpus }: { corpus: Corpus }): ReactNode {
  const dialog = useWinnow((state) => state.dialog)
  const merge = useWinnow((state) => state.merge)
  const [document] = useWinnow(({ save }) => (save.kind === 'failed' ? save.documents : noDocuments))
  if (dialog === 'merge' && merge) return <MergeDialog corpus={corpus} question={merge} />
  if (dialog === 'copies') return <CopiesDialog />
  if (dialog === 'take-over' && document !== undefined)
    return <TakeOverDialog corpus={corpus} document={document} />
  return null
}

const noDocuments: readonly string[] = []
