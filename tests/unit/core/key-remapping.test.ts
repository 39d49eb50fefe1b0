import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeGiven, commands, effectiveCommands, keyMap } from '../../../src/core/commands.ts'
import type { KeyPress } from '../../../src/core/key-binding.ts'
import { chooseKey } from '../../../src/core/key-remapping.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'

const press = (key: string, code = '', more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
})
const choose = (given: KeyPress, keys: Record<string, string[]> = {}) =>
  chooseKey(given, 'undo', effectiveCommands(keys), simpleLabelSet)

describe('chooseKey', () => {
  it.each([
    ['a free letter', press('q', 'KeyQ'), 'q'],
    ['one of its own keys', press('z', 'KeyZ'), 'z'],
    ['a letter with Ctrl', press('j', 'KeyJ', { ctrlKey: true }), 'Mod+j'],
    ['a letter of another script, by its place', press('й', 'KeyQ'), 'q'],
    ['a key that only the flag menu and the caret have', press('ArrowLeft', 'ArrowLeft'), 'ArrowLeft'],
  ])('takes %s', (_, given, key) => {
    expect(choose(given)).toEqual({ kind: 'free', key })
  })

  it.each([
    ['a command', press('k', 'KeyK'), { command: 'move-previous' }],
    ['a command that can be given anywhere', press('?', 'Slash'), { command: 'help' }],
    ['a label by letter', press('b', 'KeyB'), { label: 'body', reach: 'selection' }],
    ['a label by number', press('2', 'Digit2'), { label: 'body', reach: 'selection' }],
    ['a command, by the place of the key', press('л', 'KeyK'), { command: 'move-previous' }],
  ])('refuses the key of %s', (_, given, by) => {
    expect(choose(given)).toMatchObject({ kind: 'taken', by })
  })

  it.each([
    press('Shift', 'ShiftLeft', { shiftKey: true }),
    press('Tab', 'Tab'),
    press('q', 'KeyQ', { isComposing: true }),
    press('q', 'KeyQ', { keyCode: 229 }),
  ])('waits on at $key', (given) => {
    expect(choose(given)).toEqual({ kind: 'none' })
  })

  it('knows the keys as the user has changed them', () => {
    const keys = { 'move-previous': ['q'] }
    expect(choose(press('k', 'KeyK'), keys)).toEqual({ kind: 'free', key: 'k' })
    expect(choose(press('q', 'KeyQ'), keys)).toMatchObject({
      kind: 'taken',
      by: { command: 'move-previous' },
    })
  })

  it('never lets a chosen key take another from a command or label where both can be given', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('')
    const presses = fc
      .tuple(fc.constantFrom(...letters), fc.boolean())
      .map(([letter, ctrlKey]) =>
        press(letter, /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`, { ctrlKey }),
      )
    const ids = commands.map(({ id }) => id)
    const choices = fc.array(fc.tuple(fc.constantFrom(...ids), presses), { maxLength: 20 })
    fc.assert(
      fc.property(choices, (chosen) => {
        const keys: Record<string, string[]> = {}
        for (const [id, given] of chosen) {
          const result = chooseKey(given, id, effectiveCommands(keys), simpleLabelSet)
          if (result.kind === 'free') keys[id] = [result.key]
        }
        const effective = effectiveCommands(keys)
        const map = keyMap('workspace', simpleLabelSet, effective)
        for (const command of effective)
          if (canBeGiven(command.when, 'workspace'))
            for (const key of command.keys) expect(map.get(key)).toEqual({ command: command.id })
        for (const label of simpleLabelSet.labels)
          expect(map.get(label.key)).toEqual({ label: label.name, reach: 'selection' })
      }),
    )
  })
})

it('effectiveCommands keeps the keys of all others, and minds no command that it does not know', () => {
  const effective = effectiveCommands({ undo: [], 'of-a-newer-winnow': ['q'] })
  expect(effective.map(({ id }) => id)).toEqual(commands.map(({ id }) => id))
  for (const { id, keys } of effective)
    expect(keys).toEqual(id === 'undo' ? [] : commands.find((command) => command.id === id)?.keys)
})
