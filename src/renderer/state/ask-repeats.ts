import type { Request } from '../../core/contract.ts'
import type { RepeatedLine } from '../../core/contract-repetition.ts'
import { restLabel } from '../../core/label-set.ts'
import { repetitionKey } from '../../core/suggestions/normalise-line.ts'
import { i18n } from '../messages/i18n.ts'
import type { Controller } from './controller.ts'
import { repeatOf } from './line-repeats.ts'
import { type OpenWork, selectedIndices } from './open-work.ts'
import { mayLabel, openWork } from './perform.ts'
import type { DialogName } from './winnow-store.ts'

/** The most lines whose repeats are labelled at once. */
export const mostLines = 500

/** In which documents repeats are labelled: `documents` are those that the list shows. */
export type RepeatScope = Request<'propagate'>['scope']

/** A line whose repeats are to be labelled. */
export interface AskedLine {
  readonly text: string
  /** By which the index knows it, where it comes from there. */
  readonly key?: string
  /** The label it has where it was asked for; null for none. */
  readonly label: string | null
  /** On how many documents of the site and of the corpus it stands, where that is known. */
  readonly siteDocuments: number | null
  readonly documents: number | null
}

/** What the dialog that labels repeats is about. */
export interface AskedRepeats {
  readonly lines: readonly AskedLine[]
  /** The document it was asked for in, and the starts of the segments there; null from the list of repeated lines. */
  readonly from: { readonly document: string; readonly starts: readonly number[] } | null
  /** The label to begin with; null: each line its own. */
  readonly label: string | null
  readonly scope: RepeatScope
  /** Null where there is one site only, or none is known. */
  readonly site: { readonly name: string; readonly size: number } | null
  readonly corpusSize: number
  /** What is shown again afterwards. */
  readonly back: DialogName | null
}

/** Opens the dialog that labels the repeats of a line of the view of repeated lines, and that view again afterwards. */
export function askLineRepeats(controller: Controller, line: RepeatedLine): void {
  const { corpus, repeatedLines: view } = controller.store.getState()
  if (!corpus || !mayLabel(controller)) return
  const { text, key, labels, documents } = line
  const label = labels.find((one) => one.label !== null)?.label ?? null
  const onSite = view.scope === 'site' && view.site !== null
  controller.store.setState({
    dialog: 'repeats',
    askedRepeats: {
      lines: [
        { text, key, label, siteDocuments: onSite ? documents : null, documents: onSite ? null : documents },
      ],
      from: null,
      label: label ?? restLabel(corpus.labelSet)?.name ?? null,
      scope: onSite ? 'site' : 'corpus',
      site: view.site,
      corpusSize: controller.store.getState().documents.size,
      back: 'repeated-lines',
    },
  })
}

/** Opens the dialog that labels the repeats of the selected segments; says so where they have none. */
export function askRepeats(controller: Controller): void {
  const work = openWork(controller)
  const { corpus, documents, lineRepeats: repeats } = controller.store.getState()
  if (!work || !corpus || !mayLabel(controller)) return
  const lines = new Map<string, AskedLine>()
  const starts: number[] = []
  for (const index of selectedIndices(work)) {
    const segment = work.annotation.segments[index]
    const repeat = repeatOf(repeats, segment)
    if (!segment || (repeats?.ready && !repeat)) continue
    const text = work.text.slice(segment.start, segment.end)
    const key = repetitionKey(text)
    starts.push(segment.start)
    const before = lines.get(key)
    lines.set(key, {
      text,
      label: before?.label ?? segment.label,
      siteDocuments: repeat?.siteDocuments ?? null,
      documents: repeat?.documents ?? null,
    })
  }
  const asked = [...lines.values()]
  if (asked.length === 0 || asked.length > mostLines) {
    controller.notify(
      'info',
      asked.length === 0
        ? i18n.t('repeats.nowhere-else')
        : i18n.t('repeats.too-many', { lines: asked.length, most: mostLines }),
    )
    return
  }
  const given = [...new Set(asked.map(({ label }) => label))].filter((label) => label !== null)
  const several = given.length > 1
  const onSite = asked.some(({ siteDocuments }) => (siteDocuments ?? 0) > 1)
  const site = repeats && repeats.siteSize < repeats.corpusSize ? repeats : null
  controller.store.setState({
    dialog: 'repeats',
    askedRepeats: {
      lines: asked,
      from: { document: work.document, starts },
      label: several ? null : (given[0] ?? likelyLabel(controller, work)),
      scope: site && (onSite || !site.ready) ? 'site' : 'corpus',
      site: site && { name: site.site, size: site.siteSize },
      corpusSize: repeats?.corpusSize ?? documents.size,
      back: null,
    },
  })
}

/** What repeats without a label most likely are: what is surely suggested for the current segment, else boilerplate. */
function likelyLabel({ store }: Controller, work: OpenWork): string | null {
  const { corpus, suggestions } = store.getState()
  const segment = work.annotation.segments[work.current]
  const suggested = segment && suggestions.get(work.text, segment)
  if (!corpus) return null
  if (suggested && suggested.confidence >= corpus.suggestions.threshold) return suggested.label
  return restLabel(corpus.labelSet)?.name ?? null
}
