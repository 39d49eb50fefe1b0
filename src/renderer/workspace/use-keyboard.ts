import { useEffect } from 'react'
import { type CommandContext, type KeyTarget, keyMap } from '../../core/commands.ts'
import { keyTarget } from '../../core/key-target.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { useController } from '../state/controller-context.ts'
import { useCommands } from '../state/preferences.ts'

/**
 * Gives `perform` what keys ask for: the commands of `context` and the label set's labels while no dialog is open,
 * else the commands that can be given anywhere. A text field with the focus keeps its keys, and a button those that
 * press it.
 */
export function useKeyboard(
  context: CommandContext,
  labelSet: LabelSet | null,
  perform: (target: KeyTarget) => void,
): void {
  const controller = useController()
  const commands = useCommands()
  useEffect(() => {
    const here = keyMap(context, labelSet, commands)
    const withCaret = keyMap('caret', labelSet, commands)
    const inDialog = keyMap('anywhere', null, commands)
    // A button that was clicked has the focus too, but whoever goes on with the keyboard means the segments.
    let clicked: EventTarget | null = null
    const onPointer = ({ target }: PointerEvent): void => {
      clicked = target instanceof Element ? target.closest('button') : null
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') clicked = null
      if (event.defaultPrevented || isTextField(event.target) || movesSlider(event)) return
      if (event.target !== clicked && pressesButton(event)) return
      const { dialog, view } = controller.store.getState()
      const caret = view.kind === 'open' && view.work.caret !== null
      const map = dialog !== null ? inDialog : caret ? withCaret : here
      const target = keyTarget(event, map)
      if (!target) return
      event.preventDefault()
      perform(target)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPointer, { capture: true })
    }
  }, [controller, commands, context, labelSet, perform])
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]',
  ) !== null

/** Whether a key press is one that moves a focused slider. */
const movesSlider = ({ key, target }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement && target.type === 'range' && /^(Arrow|Page|Home$|End$)/.test(key)

/** Whether a key press is one on a focused button, link or the like: that is what it is for, and no command. */
const pressesButton = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') &&
  target instanceof HTMLElement &&
  target.closest('button, a[href], summary, input:not([type=range]), [role=button]') !== null
