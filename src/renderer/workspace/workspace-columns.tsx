import type { CSSProperties, ReactNode } from 'react'
import { useWinnow } from '../state/controller-context.ts'
import { Separator } from './separator.tsx'

/** Puts the list of documents, the document and the inspector beside each other, as wide as the user wants them. */
export function WorkspaceColumns(props: {
  documents: ReactNode
  panes: ReactNode
  inspector: ReactNode
}): ReactNode {
  const { columns, showDocuments, showInspector } = useWinnow((state) => state.preferences)
  const widths = {
    '--documents-width': showDocuments ? `${columns.documents}px` : '0px',
    '--inspector-width': showInspector ? `${columns.inspector}px` : '0px',
  } as CSSProperties
  return (
    <div className="workspace-columns" style={widths}>
      {showDocuments && props.documents}
      <main className="workspace-main">
        {showDocuments && <Separator column="documents" controls="documents" />}
        {props.panes}
        {showInspector && <Separator column="inspector" controls="inspector" />}
      </main>
      {showInspector && props.inspector}
    </div>
  )
}
