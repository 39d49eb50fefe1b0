import { type ReactNode, useEffect, useRef } from 'react'
import type { Corpus } from '../../core/contract.ts'
import { ExportDialog } from '../dialogs/export-dialog.tsx'
import { FlagDialog } from '../dialogs/flag-dialog.tsx'
import { HelpDialog } from '../dialogs/help-dialog.tsx'
import { LabelSetDialog } from '../dialogs/label-set-dialog.tsx'
import { SegmentationDialog } from '../dialogs/segmentation-dialog.tsx'
import { GuidelinesPanel } from '../guidelines/guidelines-panel.tsx'
import { useWinnow } from '../state/controller-context.ts'
import { CaretStatus } from './caret-status.tsx'
import { DocumentList } from './document-list.tsx'
import { DocumentPanes } from './document-panes.tsx'
import { Inspector } from './inspector.tsx'
import { KeyBar } from './key-bar.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { PaneSync } from './pane-sync.ts'
import { ReadOnlyBar } from './read-only-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeyboard } from './use-keyboard.ts'
import './workspace.css'

/** The screen on which a corpus is labelled. */
export function Workspace({ corpus }: { corpus: Corpus }): ReactNode {
  const filter = useRef<HTMLInputElement>(null)
  const sync = useRef<PaneSync>(null)
  sync.current ??= new PaneSync()
  const dialog = useWinnow((state) => state.dialog)
  const guidelines = useWinnow((state) => state.guidelines)
  useKeyboard(corpus.labelSet, sync.current, () => filter.current?.select())

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
      <div className="workspace-middle">
        <div className="workspace-columns">
          <DocumentList corpus={corpus} filterRef={filter} />
          <DocumentPanes corpus={corpus} sync={sync.current} />
          <Inspector corpus={corpus} />
        </div>
        {guidelines && <GuidelinesPanel corpus={corpus} />}
      </div>
      <NoticeBar />
      <CaretStatus />
      <KeyBar labelSet={corpus.labelSet} />
      {dialog === 'help' && <HelpDialog labelSet={corpus.labelSet} />}
      {dialog === 'flag' && <FlagDialog />}
      {dialog === 'label-set' && <LabelSetDialog corpus={corpus} />}
      {dialog === 'segmentation' && <SegmentationDialog corpus={corpus} />}
      {dialog === 'export' && <ExportDialog corpus={corpus} />}
    </div>
  )
}
