import type { DocumentDetails, HtmlSource } from '../../core/contract-details.ts'
import { type DisplayRow, displayRows } from '../../core/display-rows.ts'
import type { HtmlLine } from '../../core/html/line-writer.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { openWork } from './perform.ts'

/** What is known of the open document beside its text. */
export interface KnownDetails extends DocumentDetails {
  readonly document: string
}

/** The HTML of the open document, as the raw pane shows it. */
export interface SourceView {
  readonly document: string
  /** The text that was made of it. */
  readonly text: string
  readonly source: string
  readonly rows: readonly DisplayRow[]
  readonly lines: readonly HtmlLine[]
}

/** The HTML of the document where it is to be shown and is there; null: its text is shown. */
export function shownSource(
  { showSource, sourceView }: { showSource: boolean; sourceView: SourceView | null },
  text: string,
): SourceView | null {
  return showSource && sourceView?.text === text ? sourceView : null
}

/**
 * Keeps in the store what is known of the open document, and its HTML while that is to be shown; both are asked for
 * after the document is drawn. Returns what ends that.
 */
export function followDetails(controller: Pick<Controller, 'store' | 'invoke' | 'notify'>): () => void {
  const { store } = controller
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The text that was last asked about. */
  let subject: string | null = null

  const describe = async (): Promise<void> => {
    const { corpus } = store.getState()
    const work = openWork(controller)
    if (!corpus || !work) return
    const { document, text } = work
    const reply = await controller.invoke('describeDocument', { corpus: corpus.folder.id, document })
    if (subject !== text) return
    if (reply.ok) store.setState({ documentDetails: { ...reply.value, document } })
    else controller.notify('alert', reply.message)
  }

  const load = async (): Promise<void> => {
    const { corpus, sourceView } = store.getState()
    const work = openWork(controller)
    if (!corpus || !work || sourceView?.text === work.text) return
    const { document, text } = work
    const reply = await controller.invoke('readSource', { corpus: corpus.folder.id, document })
    if (subject !== text) return
    if (!reply.ok) controller.notify('alert', reply.message)
    else if (reply.value) store.setState({ sourceView: viewOf(document, text, reply.value) })
  }

  const look = (): void => {
    const work = openWork(controller)
    if ((work?.text ?? null) !== subject) {
      subject = work?.text ?? null
      clearTimeout(timer)
      store.setState({ documentDetails: null, sourceView: null })
      if (work) timer = setTimeout(() => void describe(), 0)
    }
  }
  const end = store.subscribe((state, before) => {
    if (state.view !== before.view) look()
    const asked = state.showSource && state.documentDetails?.conversion
    const wasAsked = before.showSource && before.documentDetails?.conversion
    if (asked && !wasAsked) void load()
  })
  look()
  return () => {
    clearTimeout(timer)
    subject = null
    end()
    store.setState({ documentDetails: null, sourceView: null })
  }
}

function viewOf(document: string, text: string, sent: HtmlSource): SourceView {
  const { source, lines: bounds, elements, paths, linkShares } = sent
  const lines = linkShares.map((linkShare, index) => ({
    start: bounds[4 * index] ?? 0,
    end: bounds[4 * index + 1] ?? 0,
    sourceStart: bounds[4 * index + 2] ?? 0,
    sourceEnd: bounds[4 * index + 3] ?? 0,
    path: paths[elements[index] ?? 0] ?? '',
    linkShare,
  }))
  return { document, text, source, rows: displayRows(source), lines }
}

/** Shows the HTML of documents that were made of it, or their text again. */
export function toggleSource({ store, notify }: Pick<Controller, 'store' | 'notify'>): void {
  const { showSource, documentDetails, view } = store.getState()
  if (!showSource && view.kind === 'open' && !documentDetails?.conversion)
    notify('info', i18n.t('source.none'))
  else store.setState({ showSource: !showSource })
}
