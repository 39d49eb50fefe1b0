import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corpus } from '../../core/contract.ts'
import { segmentPolicies } from '../../core/datasets/label-mapping.ts'
import { useController } from '../state/controller-context.ts'
import type { ExportChoice } from '../state/export-choice.ts'
import { ExportMappingEditor } from './export-mapping-editor.tsx'
import { ExportSelect } from './export-select.tsx'
import { mappingTitle } from './mapping-title.ts'
import { useExportMappings } from './use-export-mappings.ts'

const policies = ['as-mapped', ...segmentPolicies] as const

/** Asks which labels the labels become, and what becomes of segments of which nobody knows the label. */
export function ExportLabels(props: {
  corpus: Corpus
  choice: ExportChoice
  /** Whether a mapping is being edited. */
  isEdited: boolean
  onEdit: (isEdited: boolean) => void
  onChange: (part: Partial<ExportChoice>) => void
}): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const { corpus, choice, isEdited, onEdit, onChange } = props
  const { known, trouble, reload } = useExportMappings(corpus.folder.id)
  const section = useRef<HTMLElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const builtIn = known?.builtIn ?? []
  const saved = known?.saved ?? []
  const chosen = [...saved, ...builtIn].find(({ name }) => name === choice.mapping)
  const names = [...new Set([choice.mapping, ...[...builtIn, ...saved].map(({ name }) => name)])]
  const isSaved = saved.some(({ name }) => name === choice.mapping)
  const first = builtIn[0]?.name

  const remove = async (): Promise<void> => {
    const reply = await controller.invoke('removeExportMapping', {
      corpus: corpus.folder.id,
      name: choice.mapping,
    })
    setRefusal(reply.ok ? null : reply.message)
    if (!reply.ok) return
    if (first !== undefined) onChange({ mapping: first })
    await reload()
    endEdit()
  }

  // What had the focus is gone, so that it would be lost.
  const endEdit = (): void => {
    onEdit(false)
    section.current?.querySelector('select')?.focus()
  }

  return (
    <section ref={section}>
      <h3>{t('export.labels')}</h3>
      <ExportSelect
        name={t('export.mapping')}
        values={names}
        chosen={choice.mapping}
        title={(name) => mappingTitle(name, t)}
        onChange={(mapping) => onChange({ mapping })}
      />
      {chosen && !isEdited && (
        <p className="export-mapping-actions">
          <button type="button" onClick={() => onEdit(true)}>
            {isSaved ? t('export.mapping-edit') : t('export.mapping-new')}
          </button>
          {isSaved && (
            <button type="button" onClick={() => void remove()}>
              {t('export.mapping-remove')}
            </button>
          )}
        </p>
      )}
      {chosen && isEdited && (
        <ExportMappingEditor
          corpus={corpus}
          mapping={chosen}
          isSaved={isSaved}
          taken={builtIn.map(({ name }) => name)}
          onSaved={async (mapping) => {
            await reload()
            onChange({ mapping })
            endEdit()
          }}
          onCancel={endEdit}
        />
      )}
      {[trouble, refusal].map(
        (sentence) =>
          sentence !== null && (
            <p key={sentence} role="alert" className="dialog-trouble">
              {sentence}
            </p>
          ),
      )}
      {(['unlabelled', 'uncertain'] as const).map((kind) => (
        <ExportSelect
          key={kind}
          name={t(`export.policy-${kind}`)}
          values={policies}
          chosen={choice[kind] ?? 'as-mapped'}
          title={(policy) => t(`export.policy-${policy}`)}
          onChange={(policy) => onChange({ [kind]: policy === 'as-mapped' ? null : policy })}
        />
      ))}
    </section>
  )
}
