import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import type { LabelMapping } from '../../core/datasets/label-mapping.ts'
import { givenNameSchema } from '../../core/given-name.ts'
import { useController } from '../state/controller-context.ts'
import { ExportCheck } from './export-check.tsx'
import { type MappingDraft, mappingDraft, mappingOf, targetsOf } from './mapping-draft.ts'
import { WorkListText } from './work-list-text.tsx'

/** Asks what each label becomes and which of these a cleaner keeps, and saves that with the corpus under a name. */
export function ExportMappingEditor(props: {
  corpus: Corpus
  /** What the new one begins as. */
  mapping: LabelMapping
  /** Whether it is one of the corpus, and may be replaced. */
  isSaved: boolean
  /** The names of the built-in mappings, which cannot be given. */
  taken: readonly string[]
  onSaved: (name: string) => Promise<void>
  onCancel: () => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const list = useId()
  const { corpus, mapping, isSaved } = props
  const labels = corpus.labelSet.labels
  const [name, setName] = useState(isSaved ? mapping.name : '')
  const [draft, setDraft] = useState<MappingDraft>(() => mappingDraft(mapping, labels))
  const [trouble, setTrouble] = useState<string | null>(null)
  const fields = useRef<HTMLFieldSetElement>(null)
  const targets = targetsOf(draft)
  // The button that opened this is gone.
  useEffect(() => fields.current?.querySelector('input')?.focus(), [])

  const save = async (): Promise<void> => {
    if (!givenNameSchema.safeParse(name).success || props.taken.includes(name))
      return setTrouble(t('export.mapping-bad-name'))
    if (targets.length === 0) return setTrouble(t('export.mapping-empty'))
    const reply = await controller.invoke('saveExportMapping', {
      corpus: corpus.folder.id,
      mapping: mappingOf(name, draft, mapping, labels),
    })
    if (reply.ok) await props.onSaved(name)
    else setTrouble(reply.message)
  }
  // Enter within the mapping saves it, and does not export.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void save()
  }

  return (
    <fieldset className="export-mapping" ref={fields} onKeyDown={onKeyDown}>
      <legend>{t('export.mapping-becomes')}</legend>
      <datalist id={list}>
        {targets.map((target) => (
          <option key={target} value={target} />
        ))}
      </datalist>
      {Object.entries(draft.becomes).map(([label, target]) => (
        <label key={label} className="work-list-field">
          <span>{label}</span>
          <input
            type="text"
            list={list}
            maxLength={64}
            value={target}
            placeholder={t('export.mapping-left-out')}
            onChange={(event) =>
              setDraft({ ...draft, becomes: { ...draft.becomes, [label]: event.target.value } })
            }
          />
        </label>
      ))}
      <fieldset>
        <legend>{t('export.mapping-kept')}</legend>
        {targets.map((target) => (
          <ExportCheck
            key={target}
            name={target}
            checked={draft.kept.has(target)}
            onChange={(checked) => {
              const kept = new Set(draft.kept)
              if (checked) kept.add(target)
              else kept.delete(target)
              setDraft({ ...draft, kept })
            }}
          />
        ))}
      </fieldset>
      <WorkListText name={t('export.mapping-name')} value={name} onChange={setName} />
      {trouble !== null && (
        <p role="alert" className="dialog-trouble">
          {trouble}
        </p>
      )}
      <p className="export-mapping-actions">
        <button type="button" onClick={() => void save()}>
          {t('export.mapping-save')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {t('export.mapping-cancel')}
        </button>
      </p>
    </fieldset>
  )
}
