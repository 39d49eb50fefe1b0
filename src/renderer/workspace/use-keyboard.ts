import { useEffect } from 'react'
import { type KeyTarget, keyMap } from '../../core/commands.ts'
import { keyNames } from '../../core/key-binding.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { labelSelection, runCommand } from '../state/run-command.ts'
import { labelDownToHere } from '../state/segment-commands.ts'
import type { PaneSync } from './pane-sync.ts'

/**
 * Gives the keys of the command table and of the label set to the workspace while no dialog is open and no text
 * field has the focus.
 */
export function useKeyboard(labelSet: LabelSet, sync: PaneSync, focusFilter: () => void): void {
  const controller = useController()
  useEffect(() => {
    const inWorkspace = keyMap('workspace', labelSet)
    const withCaret = keyMap('caret', labelSet)
    const inDialog = keyMap('anywhere', null)
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTextField(event.target)) return
      const { dialog, view } = controller.store.getState()
      const caret = view.kind === 'open' && view.work.caret !== null
      const map = dialog !== null ? inDialog : caret ? withCaret : inWorkspace
      const target = keyNames(event)
        .map((name) => map.get(name))
        .find((found): found is KeyTarget => found !== undefined)
      if (!target) return
      event.preventDefault()
      sync.followKeys()
      if ('label' in target) {
        if (target.reach === 'down-to-here') labelDownToHere(controller, target.label)
        else labelSelection(controller, target.label)
      } else if (target.command === 'filter-documents') focusFilter()
      else runCommand(controller, target.command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [controller, labelSet, sync, focusFilter])
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]') !== null
