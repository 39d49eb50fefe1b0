import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus, Value } from '../../core/contract.ts'
import type { KnownVersion } from '../../core/contract-backups.ts'
import { useController } from '../state/controller-context.ts'
import { restoreVersion } from '../state/restore-version.ts'
import { BackupFrame } from './backup-frame.tsx'
import { LabelsDifferenceView } from './labels-difference.tsx'
import { useWrittenDay } from './use-written-day.ts'

/** Lists the earlier versions of a document's labels, shows how each differs from those of now, and restores one. */
export function VersionsDialog({ corpus, document }: { corpus: Corpus; document: string }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const written = useWrittenDay()
  const [versions, setVersions] = useState<readonly KnownVersion[] | null>(null)
  const [chosen, setChosen] = useState<KnownVersion | null>(null)
  const [compared, setCompared] = useState<Value<'compareVersion'> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { id } = corpus.folder

  useEffect(() => {
    void controller.invoke('listVersions', { corpus: id, document }).then((reply) => {
      if (!reply.ok) return setTrouble(reply.message)
      setVersions(reply.value.versions)
      setChosen(reply.value.versions.find((version) => version.trouble === null) ?? null)
    })
  }, [controller, id, document])

  useEffect(() => {
    setCompared(null)
    if (!chosen) return
    let current = true
    const { version } = chosen
    void controller.invoke('compareVersion', { corpus: id, document, version }).then((reply) => {
      if (!current) return
      setTrouble(reply.ok ? null : reply.message)
      if (reply.ok) setCompared(reply.value)
    })
    return () => {
      current = false
    }
  }, [controller, id, document, chosen])

  const restore = (): void => {
    if (!compared || !chosen) return
    if (!restoreVersion(controller, document, compared)) return
    controller.store.setState({ dialog: null })
    controller.notify('info', t('versions.restored', { saved: written.time(chosen.saved) }), 'undo')
  }

  const from = ({ version }: KnownVersion): string =>
    version.kind === 'day'
      ? t('versions.day', { day: written.day(version.day) })
      : t(`versions.${version.kind}`)

  return (
    <BackupFrame title={t('versions.title')} trouble={trouble}>
      {versions === null && trouble === null && <p role="status">{t('versions.looking')}</p>}
      {versions?.length === 0 && <p role="status">{t('versions.none')}</p>}
      {versions && versions.length > 0 && (
        <fieldset className="backup-choices">
          <legend>{t('versions.of', { document })}</legend>
          {versions.map((each) => (
            <label key={JSON.stringify(each.version)} className="choice">
              <input
                type="radio"
                name="version"
                disabled={each.trouble !== null}
                checked={each === chosen}
                onChange={() => setChosen(each)}
              />
              <strong>{each.saved === null ? t('versions.unknown') : written.time(each.saved)}</strong>
              <span>
                {each.trouble ??
                  [
                    t('versions.labelled', { labelled: each.labelled, count: each.segments }),
                    t(`list.${each.status}`),
                    from(each),
                    ...(each.same ? [t('versions.same')] : []),
                  ].join(' · ')}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {compared && <LabelsDifferenceView difference={compared.difference} labelSet={corpus.labelSet} />}
      <footer>
        <Dialog.Close>{t('versions.close')}</Dialog.Close>
        {versions && versions.length > 0 && (
          <button
            type="button"
            className="primary"
            disabled={compared === null || compared.difference.same}
            onClick={restore}
          >
            {t('versions.restore')}
          </button>
        )}
      </footer>
    </BackupFrame>
  )
}
