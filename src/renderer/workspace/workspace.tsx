import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { KeyTarget } from '../../core/commands.ts'
import type { Corpus } from '../../core/contract.ts'
import { BackupDialogs } from '../dialogs/backup-dialogs.tsx'
import { ExportDialog } from '../dialogs/export-dialog.tsx'
import { FlagDialog } from '../dialogs/flag-dialog.tsx'
import { ImportDialog } from '../dialogs/import-dialog.tsx'
import { LabelSetDialog } from '../dialogs/label-set-dialog.tsx'
import { MergingDialogs } from '../dialogs/merging-dialogs.tsx'
import { PropagatingDialog } from '../dialogs/propagating-dialog.tsx'
import { ReadingDialog } from '../dialogs/reading-dialog.tsx'
import { RecoveryDialog } from '../dialogs/recovery-dialog.tsx'
import { RepeatedLinesDialog } from '../dialogs/repeated-lines-dialog.tsx'
import { RepeatsDialog } from '../dialogs/repeats-dialog.tsx'
import { ReviewDialog } from '../dialogs/review-dialog.tsx'
import { SearchDialog } from '../dialogs/search-dialog.tsx'
import { SegmentationDialog } from '../dialogs/segmentation-dialog.tsx'
import { TroublesDialog } from '../dialogs/troubles-dialog.tsx'
import { WorkListsDialog } from '../dialogs/work-lists-dialog.tsx'
import { WorkspaceWindowDialogs } from '../dialogs/workspace-window-dialogs.tsx'
import { GuidelinesPanel } from '../guidelines/guidelines-panel.tsx'
import { useController, useWinnow } from '../state/controller-context.ts'
import { followDetails } from '../state/document-details.ts'
import { followCopies } from '../state/follow-copies.ts'
import { followSuggestions } from '../state/follow-suggestions.ts'
import { followWorkLists } from '../state/follow-work-lists.ts'
import { watchLineRepeats } from '../state/line-repeats.ts'
import { changePreferences } from '../state/preferences.ts'
import { labelSelection, runCommand } from '../state/run-command.ts'
import { labelDownToHere } from '../state/segment-commands.ts'
import { CaretStatus } from './caret-status.tsx'
import { CopiesBar } from './copies-bar.tsx'
import { DocumentList } from './document-list.tsx'
import { DocumentPanes } from './document-panes.tsx'
import { Inspector } from './inspector.tsx'
import { KeyBar } from './key-bar.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { PaneSync } from './pane-sync.ts'
import { ReadOnlyBar } from './read-only-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeyboard } from './use-keyboard.ts'
import { WorkspaceColumns } from './workspace-columns.tsx'
import './workspace.css'

/** The screen on which a corpus is labelled. */
export function Workspace({ corpus }: { corpus: Corpus }): ReactNode {
  const filter = useRef<HTMLInputElement>(null)
  const sync = useRef<PaneSync>(null)
  sync.current ??= new PaneSync()
  const dialog = useWinnow((state) => state.dialog)
  const review = useWinnow((state) => state.review)
  const recovery = useWinnow((state) => state.recovery)
  const askedRepeats = useWinnow((state) => state.askedRepeats)
  const guidelines = useWinnow((state) => state.guidelines)
  const controller = useController()

  const perform = useCallback(
    (target: KeyTarget): void => {
      sync.current?.followKeys()
      if ('label' in target) {
        if (target.reach === 'down-to-here') labelDownToHere(controller, target.label)
        else labelSelection(controller, target.label)
      } else if (target.command === 'filter-documents') {
        if (!filter.current) flushSync(() => void changePreferences(controller, { showDocuments: true }))
        filter.current?.select()
      } else runCommand(controller, target.command)
    },
    [controller],
  )
  useKeyboard('workspace', corpus.labelSet, perform)
  useEffect(() => followSuggestions(controller), [controller])
  useEffect(() => followDetails(controller), [controller])
  useEffect(() => followWorkLists(controller), [controller])
  useEffect(() => followCopies(controller), [controller])

  useEffect(() => watchLineRepeats(controller), [controller])

  useEffect(() => {
    document.title = `${corpus.folder.name} – Winnow`
    return () => {
      document.title = 'Winnow'
    }
  }, [corpus.folder.name])

  return (
    <div className="workspace">
      <TopBar corpus={corpus} />
      <ReadOnlyBar home={corpus.labelsHome} />
      <CopiesBar />
      <div className="workspace-middle">
        <WorkspaceColumns
          documents={<DocumentList corpus={corpus} filterRef={filter} />}
          panes={<DocumentPanes corpus={corpus} sync={sync.current} />}
          inspector={<Inspector corpus={corpus} />}
        />
        {guidelines && <GuidelinesPanel corpus={corpus} />}
      </div>
      <NoticeBar />
      <CaretStatus />
      <KeyBar labelSet={corpus.labelSet} />
      <WorkspaceWindowDialogs labelSet={corpus.labelSet} perform={perform} />
      <MergingDialogs corpus={corpus} />
      {dialog === 'search' && <SearchDialog corpus={corpus} />}
      {dialog === 'repeats' && askedRepeats && <RepeatsDialog corpus={corpus} asked={askedRepeats} />}
      {dialog === 'repeated-lines' && <RepeatedLinesDialog corpus={corpus} />}
      {dialog === 'review' && review && <ReviewDialog corpus={corpus} review={review} />}
      {dialog === 'propagating' && <PropagatingDialog />}
      {dialog === 'flag' && <FlagDialog />}
      {dialog === 'work-lists' && <WorkListsDialog corpus={corpus} />}
      {dialog === 'label-set' && <LabelSetDialog corpus={corpus} />}
      {dialog === 'segmentation' && <SegmentationDialog corpus={corpus} />}
      {dialog === 'reading' && <ReadingDialog corpus={corpus} />}
      {dialog === 'troubles' && <TroublesDialog corpus={corpus} />}
      {dialog === 'export' && <ExportDialog corpus={corpus} />}
      {dialog === 'import' && <ImportDialog corpus={corpus} undoing={false} />}
      {dialog === 'recovery' && recovery && <RecoveryDialog corpus={corpus} recovery={recovery} />}
      {dialog === 'undo-import' && <ImportDialog corpus={corpus} undoing={true} />}
      <BackupDialogs corpus={corpus} dialog={dialog} />
    </div>
  )
}
