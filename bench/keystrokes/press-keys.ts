import { type KeyTarget, keyMap } from '../../src/core/commands.ts'
import type { Corpus } from '../../src/core/contract.ts'
import type { KeyPress } from '../../src/core/key-binding.ts'
import { keyTarget } from '../../src/core/key-target.ts'
import { type LabelSet, simpleLabelSet } from '../../src/core/label-set.ts'
import { noChange } from '../../src/core/listing/listing-change.ts'
import type { Suggestion } from '../../src/core/suggestions/suggestion.ts'
import { Controller } from '../../src/renderer/state/controller.ts'
import { startWork } from '../../src/renderer/state/open-work.ts'
import { openWork } from '../../src/renderer/state/perform.ts'
import { labelSelection, runCommand } from '../../src/renderer/state/run-command.ts'
import { SuggestionBook } from '../../src/renderer/state/suggestion-book.ts'
import type { Connection } from '../../src/renderer/transport/connection.ts'
import type { GoldDocument } from '../suggestions/gold.ts'
import type { Press } from './plan-keys.ts'

/** The keys of the key table for presses: the first key of each command, and the letter of each label. */
export function keysFor(presses: readonly Press[], labelSet: LabelSet = simpleLabelSet): string[] {
  const table = [...keyMap('workspace', labelSet)]
  return presses.map((press) => {
    const found = table.find(([, target]) =>
      'command' in press
        ? 'command' in target && target.command === press.command
        : 'label' in target && target.label === press.label && target.reach === 'selection',
    )
    if (!found) throw new Error(`No key does ${JSON.stringify(press)}.`)
    return found[0]
  })
}

/** What the document looks like after keys were pressed on it. */
export interface Pressed {
  readonly labels: readonly (string | null)[]
  readonly status: string
}

/** Opens `document` in the interface without its screen, with these suggestions, and presses keys of the key table. */
export function pressKeys(
  document: GoldDocument,
  suggestions: readonly (Suggestion | null)[],
  threshold: number,
  keys: readonly string[],
): Pressed {
  const controller = new Controller(noConnection)
  const bounds = document.lines.flatMap(({ start, end }) => [start, end])
  const work = startWork(
    {
      kind: 'open',
      document: document.id,
      text: document.text,
      encoding: 'utf-8',
      bytes: document.text.length,
      status: 'new',
      note: '',
      revision: 0,
      rule: 'line',
      bounds,
      marks: [{ count: document.lines.length, mark: { label: null, by: null } }],
    },
    0,
    { undo: [], redo: [] },
  )
  controller.store.setState({
    corpus: corpusOf(threshold),
    view: { kind: 'open', work },
    suggestions: SuggestionBook.of(document.text).with(bounds, 0, suggestions, 0),
  })
  const map = keyMap('workspace', simpleLabelSet)
  for (const key of keys) press(controller, keyTarget(keyPress(key), map))
  const after = openWork(controller)?.annotation
  return { labels: after?.segments.map(({ label }) => label) ?? [], status: after?.status ?? 'none' }
}

function press(controller: Controller, target: KeyTarget | undefined): void {
  if (!target) throw new Error('A key means nothing.')
  if ('command' in target) runCommand(controller, target.command)
  else if (target.reach === 'selection') labelSelection(controller, target.label)
}

/** The press of a key as a keyboard tells it, from its name in the key table. */
function keyPress(name: string): KeyPress {
  const parts = name.split(/\+(?=.)/)
  return {
    key: parts.at(-1) ?? name,
    code: '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
  }
}

const corpusOf = (threshold: number): Corpus => ({
  folder: { id: 'gold', name: 'gold', path: 'gold' },
  annotator: 'bench',
  labelSet: simpleLabelSet,
  segmentation: 'line',
  suggestions: { on: true, threshold, source: null },
  labelsHome: { path: 'gold', beside: true, writable: true, elsewhere: null, newer: null },
  listing: { sequence: 0, change: noChange, state: { phase: 'complete', done: 0, total: 0, troubles: 0 } },
  place: null,
})

/** Nobody answers: what is measured is what happens in the window. */
const noConnection: Connection = {
  invoke: () => new Promise(() => {}),
  ready: new Promise(() => {}),
  onReconnect: () => {},
  subscribe: () => () => {},
}
