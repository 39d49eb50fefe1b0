import type { Request } from '../../core/contract.ts'
import type { RepeatedLine } from '../../core/contract-repetition.ts'
import { keyOfHash } from '../../core/repetition/line-hash.ts'
import type { RepetitionIndex } from '../../core/repetition/repetition-index.ts'
import { compileSearch } from '../../core/search/find.ts'
import type { LabelCounts, LabelTally } from './label-tally.ts'

type Wanted = Request<'listRepeats'>

/** The repeated lines of a corpus as a list, of which what was last shown is kept, for its next part. */
export class RepeatsList {
  #sorted: { readonly name: string; readonly lines: readonly number[] } | null = null
  #labels: { readonly site: string | null; readonly counts: ReadonlyMap<number, LabelCounts> } | null = null

  forget(): void {
    this.#sorted = null
    this.#labels = null
  }

  forgetLabels(): void {
    this.#labels = null
  }

  /** The part of the list that is asked for, and how many lines it has in all. */
  page(index: RepetitionIndex, tally: LabelTally, wanted: Wanted): { total: number; lines: RepeatedLine[] } {
    const site = wanted.scope === 'site' ? (wanted.site ?? '') : null
    const labels = this.#labelsOn(index, tally, site)
    const shown = this.#sortedLines(index, site, wanted.sort).filter(
      filterOf(wanted, (line) => index.line(line, site).text, labels),
    )
    const lines = shown.slice(wanted.offset, wanted.offset + wanted.limit).map((line) => {
      const { documents, occurrences, text } = index.line(line, site)
      return {
        key: keyOfHash(index.hash(line)),
        text,
        documents,
        occurrences,
        labels: labelList(labels.get(line), occurrences),
      }
    })
    return { total: shown.length, lines }
  }

  #labelsOn(
    index: RepetitionIndex,
    tally: LabelTally,
    site: string | null,
  ): ReadonlyMap<number, LabelCounts> {
    const known = this.#labels
    if (known && known.site === site) return known.counts
    const counts = tally.counts(index, site)
    this.#labels = { site, counts }
    return counts
  }

  #sortedLines(index: RepetitionIndex, site: string | null, sort: Wanted['sort']): readonly number[] {
    const name = JSON.stringify([site, sort])
    if (this.#sorted?.name === name) return this.#sorted.lines
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    const lines = index.repeated(site).map((line) => ({ line, ...index.line(line, site) }))
    lines.sort(
      (a, b) =>
        (sort === 'count' && (b.documents - a.documents || b.occurrences - a.occurrences)) ||
        compare(a.text, b.text) ||
        a.line - b.line,
    )
    this.#sorted = { name, lines: lines.map(({ line }) => line) }
    return this.#sorted.lines
  }
}

/** Which lines the filter and the text let through. */
function filterOf(
  { filter, text }: Wanted,
  textOf: (line: number) => string,
  labels: ReadonlyMap<number, LabelCounts>,
): (line: number) => boolean {
  const find = text ? compileSearch({ text, matchCase: false, matchDiacritics: false, regex: false }) : null
  return (line) => {
    const different = labels.get(line)?.size ?? 0
    if (filter === 'unlabelled' && different > 0) return false
    if (filter === 'labelled' && different === 0) return false
    if (filter === 'mixed' && different < 2) return false
    return find === null || find(textOf(line), 1).length > 0
  }
}

/** The labels of a line, the most frequent first, and how many of its occurrences have none. */
function labelList(counts: LabelCounts | undefined, occurrences: number): RepeatedLine['labels'] {
  const labels: RepeatedLine['labels'] = Array.from(counts ?? [], ([label, count]) => ({ label, count }))
  const without = occurrences - labels.reduce((sum, { count }) => sum + count, 0)
  if (without > 0) labels.push({ label: null, count: without })
  return labels.sort((a, b) => b.count - a.count)
}
