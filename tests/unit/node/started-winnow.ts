import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Corpus, OpenDocument, WinnowEvent } from '../../../src/core/contract.ts'
import type { Edit } from '../../../src/core/edit.ts'
import { DocumentTable } from '../../../src/core/listing/document-table.ts'
import { createWinnow, type Winnow, type WinnowOptions } from '../../../src/node/winnow.ts'
import { labelLines } from '../../label-lines.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An edit, or how to make it of the dump's text. */
export type Step = Edit | ((text: string) => Edit)

/** A started service with one corpus opened, and what it told. */
export interface StartedWinnow {
  readonly winnow: Winnow
  readonly id: string
  readonly corpus: Corpus
  readonly events: WinnowEvent[]
  readonly logged: unknown[]
  /** Opens a document, which must not be unsettled. */
  open(document: string): Promise<OpenDocument>
  apply(document: string, steps: Step[], client?: string): Promise<number>
  /** Resolves to the first event that `matches`, also one that is already there. */
  event(matches: (event: WinnowEvent) => boolean): Promise<WinnowEvent>
}

export const labelsFile = (corpus: string, document: string): string =>
  join(corpus, 'winnow', 'labels', 'ann', `${document}.json`)

/** A service of the annotator `ann`, whose own folder is a temporary one unless given. */
export async function createAnn(
  options: Partial<WinnowOptions> = {},
): Promise<{ winnow: Winnow; logged: unknown[] }> {
  const logged: unknown[] = []
  const winnow = await createWinnow({
    host: 'web',
    version: '0.0.0',
    resources: join(temporaryFolder(), 'none'),
    given: [],
    openFirst: false,
    annotator: 'ann',
    userFolder: options.userFolder ?? temporaryFolder(),
    log: (error) => logged.push(error),
    ...options,
  })
  onTestFinished(() => winnow.close())
  return { winnow, logged }
}

/** Starts a service and opens the corpus in `folder`. */
export async function startWinnow(
  folder: string,
  options: Partial<WinnowOptions> = {},
): Promise<StartedWinnow> {
  const { winnow, logged } = await createAnn(options)
  const events: WinnowEvent[] = []
  const waiting = new Set<() => void>()
  winnow.events.subscribe((event) => {
    events.push(event)
    for (const look of waiting) look()
  })
  const id = winnow.folderId(folder)
  const corpus = await winnow.service.openCorpus({ folder: id })
  return {
    winnow,
    id,
    corpus,
    events,
    logged,
    open: async (document) => {
      const reply = await winnow.service.openDocument({ corpus: id, document })
      if (reply.kind !== 'open') throw new Error(reply.message)
      return reply
    },
    apply: async (document, steps, client = 'window') => {
      const dump = join(folder, document)
      const text = existsSync(dump) ? readFileSync(dump, 'utf8').replace(/^\uFEFF/, '') : ''
      const edits = steps.map((step) => (typeof step === 'function' ? step(text) : step))
      return (await winnow.service.applyEdits({ corpus: id, document, edits, client })).revision
    },
    event: (matches) =>
      new Promise((resolve) => {
        const look = (): void => {
          const event = events.find(matches)
          if (!event) return
          waiting.delete(look)
          resolve(event)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** Labels `count` unlabelled lines from line `at` of those that are not blank on. */
export const labelling =
  (at: number, label: string, count = 1) =>
  (text: string): Edit =>
    labelLines(text, at, count, label)

/** The labels of an opened document, one for each segment. */
export const labelsOf = (document: OpenDocument): (string | null)[] =>
  document.marks.flatMap(({ count, mark }) => Array<string | null>(count).fill(mark.label))

/** The ids of the documents that an opened corpus has. */
export const listedIn = ({ listing }: Corpus): string[] => [...DocumentTable.empty.with(listing.change).ids()]
