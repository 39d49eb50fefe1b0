import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedRecovery } from '../../core/contract-recovery.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { colourOf } from '../workspace/label-colour.ts'

/** What one recovery file has otherwise than the disk. */
export function RecoveryComparison(props: {
  labelSet: LabelSet
  file: ComparedRecovery
  chosen: boolean
  /** Null where there is nothing to choose. */
  onChoose: ((chosen: boolean) => void) | null
}): ReactNode {
  const { t, i18n } = useTranslation()
  const name = useId()
  const { labelSet, file, onChoose } = props
  const { document, texts, differing, status, note, trouble } = file
  const time = (iso: string): string => new Date(iso).toLocaleString(i18n.language)
  const chip = (label: string | null): ReactNode => (
    <span
      key={label}
      className={label === null ? 'label-chip none' : 'label-chip'}
      data-colour={colourOf(labelSet, label)}
    >
      {label ?? t('segments.unlabelled')}
    </span>
  )
  const unfit = <em>{t('recovery.unfit')}</em>
  const more = differing - texts.length
  return (
    <section className="recovery-file" aria-labelledby={name}>
      <h3 id={name}>
        {onChoose && (
          <input
            type="checkbox"
            aria-label={t('recovery.choose', { document })}
            checked={props.chosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        {document}
      </h3>
      <p className="recovery-when">
        {t('recovery.kept', { kept: time(file.kept), path: file.path })}
        {file.saved !== null && `. ${t('recovery.saved', { saved: time(file.saved) })}`}
      </p>
      {file.reason !== '' && <p className="recovery-when">{t('recovery.why', { reason: file.reason })}</p>}
      {trouble !== null && <p className="dialog-trouble">{trouble}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('recovery.text')}</th>
            <th scope="col">{t('recovery.present')}</th>
            <th scope="col">{t('recovery.in-file')}</th>
          </tr>
        </thead>
        <tbody>
          {texts.map(({ text, present, cutAlike, kept, fits }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one text may stand several times in a document
            <tr key={index}>
              <td>
                <span className="recovery-text">{text}</span>
              </td>
              <td>
                {present.map(chip)}
                {present.length === 0 && <em>{t('recovery.unknown')}</em>}
                {!cutAlike && <em>{t('recovery.cut-otherwise')}</em>}
              </td>
              <td>
                {chip(kept)}
                {!fits && trouble === null && unfit}
              </td>
            </tr>
          ))}
          {status && (
            <tr>
              <th scope="row">{t('recovery.status')}</th>
              <td>{t(`status.${status.present}`)}</td>
              <td>
                {t(`status.${status.kept}`)} {!status.fits && unfit}
              </td>
            </tr>
          )}
          {note && (
            <tr>
              <th scope="row">{t('recovery.note')}</th>
              <td>{note.present || <em>{t('recovery.no-note')}</em>}</td>
              <td>
                {note.kept || <em>{t('recovery.no-note')}</em>} {!note.fits && unfit}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {more > 0 && <p className="recovery-when">{t('recovery.more', { count: more })}</p>}
    </section>
  )
}
