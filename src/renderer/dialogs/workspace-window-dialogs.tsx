import type { ReactNode } from 'react'
import type { KeyTarget } from '../../core/commands.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useWinnow } from '../state/controller-context.ts'
import { WindowDialogs } from './window-dialogs.tsx'

/**
 * The dialogs that every screen has, for the workspace, where other keys count while a caret is in a segment. Apart from
 * the workspace, so that a caret that comes or goes does not have all of that drawn anew.
 */
export function WorkspaceWindowDialogs(props: {
  labelSet: LabelSet
  perform: (target: KeyTarget) => void
}): ReactNode {
  const caret = useWinnow(({ view }) => view.kind === 'open' && view.work.caret !== null)
  return <WindowDialogs context={caret ? 'caret' : 'workspace'} {...props} />
}
