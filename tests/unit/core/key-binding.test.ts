import { describe, expect, it } from 'vitest'
import { displayKey, type KeyPress, keyNames } from '../../../src/core/key-binding.ts'

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
})
const shift = { shiftKey: true }

describe('keyNames', () => {
  it.each([
    ['a letter', press('j', 'KeyJ'), ['j']],
    ['a letter with Shift', press('J', 'KeyJ', shift), ['Shift+j']],
    ['a letter with Caps Lock', press('J', 'KeyJ'), ['j']],
    ['a named key with Shift', press('ArrowDown', 'ArrowDown', shift), ['Shift+ArrowDown']],
    ['a sign typed with Shift', press('?', 'Slash', shift), ['?']],
    ['Ctrl', press('z', 'KeyZ', { ctrlKey: true }), ['Mod+z']],
    ['Cmd and Shift', press('Z', 'KeyZ', { metaKey: true, ...shift }), ['Mod+Shift+z']],
    ['Alt', press('z', 'KeyZ', { altKey: true }), ['Alt+z']],
    ['a letter of a layout with moved letters', press('a', 'KeyQ'), ['a']],
    ['a Cyrillic letter', press('о', 'KeyJ'), ['о', 'j']],
    ['a Cyrillic letter with Shift', press('О', 'KeyJ', shift), ['О', 'Shift+j']],
    ['a letter beyond the first plane', press('𞤁', 'KeyD'), ['𞤁', 'd']],
    ['a digit that needs Shift, typed without', press('&', 'Digit1'), ['&', '1']],
    ['a digit that needs Shift', press('1', 'Digit1', shift), ['1']],
    ['a Vietnamese letter on a digit', press('ă', 'Digit1'), ['ă', '1']],
    ['a digit of the number block', press('4', 'Numpad4'), ['4']],
  ])('of %s', (_, given, names) => {
    expect(keyNames(given)).toEqual(names)
  })

  it.each([
    ['ArrowLeft', 'Numpad4'],
    ['Insert', 'Numpad0'],
  ])('takes %s of the number block for what it does, not for its digit', (key, code) => {
    expect(keyNames(press(key, code))).toEqual([key])
  })

  it.each([
    press('j', 'KeyJ', { isComposing: true }),
    press('Process', 'KeyJ'),
    press('Dead', 'KeyJ'),
    press('Unidentified', 'KeyJ'),
  ])('is empty while an input method has the keys ($key)', (given) => {
    expect(keyNames(given)).toEqual([])
  })
})

describe('displayKey', () => {
  it.each([
    ['j', 'j', 'j'],
    ['Shift+g', 'Shift+G', '⇧G'],
    ['Mod+Shift+z', 'Ctrl+Shift+Z', '⌘⇧Z'],
    ['Shift+ArrowDown', 'Shift+↓', '⇧↓'],
    ['Mod+Backspace', 'Ctrl+⌫', '⌘⌫'],
    ['F1', 'F1', 'F1'],
    ['?', '?', '?'],
    ['+', '+', '+'],
    ['Mod++', 'Ctrl++', '⌘+'],
  ])('shows %s as %s, and on a Mac as %s', (name, elsewhere, onMac) => {
    expect(displayKey(name, false)).toBe(elsewhere)
    expect(displayKey(name, true)).toBe(onMac)
  })
})
