import type { Corpus, EventPayload, WinnowEvent } from '../../../src/core/contract.ts'
import { simpleLabelSet } from '../../../src/core/label-set.ts'
import { noChange } from '../../../src/core/listing/listing-change.ts'
import { segmentBy } from '../../../src/core/segmentation/rules.ts'
import type { Controller } from '../../../src/renderer/state/controller.ts'
import { type OpenWork, startWork } from '../../../src/renderer/state/open-work.ts'
import { createWinnowStore } from '../../../src/renderer/state/winnow-store.ts'

const corpus: Corpus = {
  folder: { id: 'c', name: 'corpus', path: '/corpus' },
  annotator: 'linh',
  labelSet: simpleLabelSet,
  segmentation: 'line',
  suggestions: { on: true, threshold: 0.9, source: null },
  labelsHome: { path: '/corpus/winnow', beside: true, writable: true, elsewhere: null, newer: null },
  listing: { sequence: 0, change: noChange, state: { phase: 'complete', done: 0, total: 0, troubles: 0 } },
  place: null,
}

/** The work on a document of `text`, cut by line and without labels. */
export function workOn(document: string, text: string): OpenWork {
  const segments = segmentBy('line', text)
  return startWork(
    {
      kind: 'open',
      document,
      text,
      encoding: 'utf-8',
      bytes: text.length,
      status: 'new',
      note: '',
      revision: 0,
      rule: 'line',
      bounds: segments.flatMap(({ start, end }) => [start, end]),
      marks: segments.length === 0 ? [] : [{ count: segments.length, mark: { label: null, by: null } }],
    },
    null,
    { undo: [], redo: [] },
  )
}

/** A call that waits for its answer. */
export interface WaitingCall {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the requests of various calls
  readonly request: any
  /** Answers with a value. */
  readonly answer: (value: unknown) => Promise<void>
  readonly fail: (code: string, message: string) => Promise<void>
}

/** A window with an open document, whose service answers when the test, or `onCall`, says so. */
export function startedWindow(work: OpenWork, onCall: (call: WaitingCall) => void = () => {}) {
  const store = createWinnowStore()
  store.setState({ corpus, view: { kind: 'open', work } })
  const calls: WaitingCall[] = []
  const sentences: string[] = []
  const listeners = new Set<(event: WinnowEvent) => void>()
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const fake = {
    store,
    invoke: (name: string, request: unknown) =>
      new Promise((resolve) => {
        const reply = (value: object): Promise<void> => {
          resolve(value)
          return settled()
        }
        const call: WaitingCall = {
          name,
          request,
          answer: (value) => reply({ ok: true, value }),
          fail: (code, message) => reply({ ok: false, code, message }),
        }
        calls.push(call)
        onCall(call)
      }),
    subscribe: (listener: (event: WinnowEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notify: (_tone: string, text: string) => sentences.push(text),
    setWork: (change: (work: OpenWork) => OpenWork) => {
      const { view } = store.getState()
      if (view.kind === 'open') store.setState({ view: { kind: 'open', work: change(view.work) } })
    },
    save: () => {},
  }
  const controller = fake as unknown as Controller
  return {
    controller,
    store,
    calls,
    sentences,
    settled,
    open: (): OpenWork => {
      const { view } = store.getState()
      if (view.kind !== 'open') throw new Error('no document is open')
      return view.work
    },
    tell: <N extends WinnowEvent['name']>(name: N, payload: EventPayload<N>): void => {
      for (const listener of listeners) listener({ name, payload } as WinnowEvent)
    },
  }
}
