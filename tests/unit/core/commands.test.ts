import { describe, expect, it } from 'vitest'
import { commands, keyClashes, keyMap, labelKeys } from '../../../src/core/commands.ts'
import { keyNames } from '../../../src/core/key-binding.ts'
import { type LabelSet, simpleLabelSet } from '../../../src/core/label-set.ts'

/** The simple label set, with another key for its first label. */
const withFirstKey = (key: string): LabelSet => ({
  ...simpleLabelSet,
  labels: simpleLabelSet.labels.map((label, index) => (index === 0 ? { ...label, key } : label)),
})

describe('the command table', () => {
  it('names no command twice', () => {
    const ids = commands.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no key to two commands that can be given in one context', () => {
    const contexts = new Set(commands.map(({ when }) => when))
    for (const context of contexts) {
      const keys = commands
        .filter((command) => command.when === 'anywhere' || command.when === context)
        .flatMap((command) => command.keys)
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    }
  })

  it('leaves the keys of the preset to its labels', () => {
    expect(keyClashes(simpleLabelSet)).toEqual([])
  })

  it('has only keys that a key press can have', () => {
    for (const name of commands.flatMap((command) => command.keys)) {
      const parts = name.split(/\+(?=.)/)
      const modifiers = parts.slice(0, -1)
      const press = {
        key: parts.at(-1) ?? '',
        code: '',
        ctrlKey: modifiers.includes('Mod'),
        metaKey: false,
        altKey: modifiers.includes('Alt'),
        shiftKey: modifiers.includes('Shift'),
        isComposing: false,
      }
      expect(keyNames(press)).toContain(name)
    }
  })
})

describe('keyMap', () => {
  it('has the labels by letter and digit, and the commands, in the workspace', () => {
    const map = keyMap('workspace', simpleLabelSet)
    for (const [index, label] of simpleLabelSet.labels.entries())
      for (const key of [label.key, String(index + 1)]) {
        expect(map.get(key)).toEqual({ label: label.name, reach: 'selection' })
        expect(map.get(`Shift+${key}`)).toEqual({ label: label.name, reach: 'down-to-here' })
      }
    for (const { id, keys, when } of commands)
      for (const key of keys)
        if (when === 'anywhere' || when === 'workspace') expect(map.get(key)).toEqual({ command: id })
  })

  it('has the keys of the workspace too while the caret is in a segment, save those that the caret uses', () => {
    const map = keyMap('caret', simpleLabelSet)
    expect(map.get('s')).toEqual({ command: 'split' })
    expect(map.get('Escape')).toEqual({ command: 'leave-caret' })
    expect(map.get('j')).toEqual({ command: 'move-next' })
    expect(map.get('t')).toEqual({ label: 'title', reach: 'selection' })
  })

  it('has only what can be given anywhere, elsewhere', () => {
    const keys = commands.filter((command) => command.when === 'anywhere').flatMap((command) => command.keys)
    expect([...keyMap('anywhere', simpleLabelSet).keys()]).toEqual(keys)
  })

  it('lets a command keep its key, and keyClashes names the label', () => {
    const clashing = withFirstKey('j')
    expect(keyMap('workspace', clashing).get('j')).toEqual({ command: 'move-next' })
    expect(keyClashes(clashing)).toEqual([{ label: 'title', key: 'j', command: 'move-next' }])
  })
})

it('labelKeys has no digit for the tenth label, and nothing for one that is not there', () => {
  const [first] = simpleLabelSet.labels
  if (!first) throw new Error('the preset has labels')
  const ten = Array.from({ length: 10 }, (_, index) => ({ ...first, key: 'abcdefghij'.charAt(index) }))
  expect(labelKeys({ name: 'ten', labels: ten }, 8)).toEqual(['i', '9'])
  expect(labelKeys({ name: 'ten', labels: ten }, 9)).toEqual(['j'])
  expect(labelKeys({ name: 'ten', labels: ten }, 10)).toEqual([])
})
