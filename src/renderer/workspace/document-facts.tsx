import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentDetails } from '../../core/contract-details.ts'
import { encodingTitle } from '../../core/encoding.ts'
import type { HtmlLine } from '../../core/html/line-writer.ts'
import { formatPercent } from '../messages/format-percent.ts'
import { languageTitle } from '../messages/language-title.ts'
import { useWinnow } from '../state/controller-context.ts'
import { shownSource } from '../state/document-details.ts'
import type { OpenWork } from '../state/open-work.ts'
import { repetitionShare } from '../state/repetition-share.ts'
import { useRested } from './use-rested.ts'
import './document-facts.css'

/** For how long splits, and counts that come in, must rest before the document is counted, in ms. */
const countAfter = 150

/** What is known of the open document: where it is from, in what language and encoding, and what its record says. */
export function DocumentFacts({ work }: { work: OpenWork }): ReactNode {
  const { t } = useTranslation()
  const details = useWinnow(({ documentDetails }) => documentDetails)
  const repeats = useRested(
    useWinnow(({ lineRepeats }) => lineRepeats),
    countAfter,
  )
  const source = useWinnow((state) => shownSource(state, work.text))
  const counted = useRested(work, countAfter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels change no share
  const share = useMemo(() => repetitionShare(repeats, counted), [repeats, counted.document, counted.cuts])
  const line = source && lineAt(source.lines, work.annotation.segments[work.current]?.start ?? 0)
  const known = details?.document === work.document ? details : null
  return (
    <section className="document-facts" aria-label={t('facts.title')}>
      <h2>{t('facts.title')}</h2>
      {known && known.undecodable > 0 && (
        <p className="document-undecodable">{t('facts.undecodable', { count: known.undecodable })}</p>
      )}
      <dl>
        {known && <OwnFacts details={known} />}
        <Fact name={t('facts.size')} value={t('facts.bytes', { count: work.bytes })} />
        <Fact name={t('facts.encoding')} value={encodingTitle(work.encoding)} />
        {share !== null && counted.document === work.document && (
          <Fact name={t('facts.repeated')} value={formatPercent(share)} />
        )}
        {line && <Fact name={t('facts.element')} value={line.path} />}
        {line && <Fact name={t('facts.links')} value={formatPercent(line.linkShare)} />}
      </dl>
      {known && known.metadata.length > 0 && (
        <details>
          <summary>{t('facts.columns', { count: known.metadata.length })}</summary>
          <dl>
            {known.metadata.map(({ path, value }) => (
              <Fact key={path} name={path} value={value === null ? '–' : String(value)} />
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

function OwnFacts({ details }: { details: DocumentDetails }): ReactNode {
  const { t, i18n } = useTranslation()
  const { site, url, language, date, id, reader, conversion } = details
  return (
    <>
      <Fact name={t('facts.reader')} value={t(`reader.${reader}`)} />
      {site !== '' && <Fact name={t('facts.site')} value={site} />}
      {url !== '' && <Fact name={t('facts.url')} value={url} />}
      {language !== null && (
        <Fact name={t('facts.language')} value={languageTitle(language, i18n.language)} />
      )}
      {date !== '' && <Fact name={t('facts.date')} value={date} />}
      {id !== '' && <Fact name={t('facts.id')} value={id} />}
      {conversion && <Fact name={t('facts.conversion')} value={`${conversion.name} ${conversion.version}`} />}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The last line that begins at or before `offset`. */
function lineAt(lines: readonly HtmlLine[], offset: number): HtmlLine | null {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return lines[low - 1] ?? null
}
