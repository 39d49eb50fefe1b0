import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '../../core/datasets/format-names.ts'
import type { ExportChoice } from '../state/export-choice.ts'
import { ExportCheck } from './export-check.tsx'
import { ExportSelect } from './export-select.tsx'

type Options = ExportChoice['options']

/** Asks what can be chosen of one format only. */
export function ExportFormatOptions(props: {
  format: ExportFormat
  options: Options
  isSplit: boolean
  onChange: (part: Partial<Options>) => void
}): ReactNode {
  const { t } = useTranslation()
  const { options, onChange } = props
  switch (props.format) {
    case 'csv':
    case 'tsv':
      return (
        <>
          <ExportCheck
            name={t('export.byte-order-mark')}
            checked={options.byteOrderMark}
            onChange={(byteOrderMark) => onChange({ byteOrderMark })}
          />
          <ExportCheck
            name={t('export.defuse-formulas')}
            checked={options.defuseFormulas}
            onChange={(defuseFormulas) => onChange({ defuseFormulas })}
          />
        </>
      )
    case 'doccano':
      return (
        <ExportSelect
          name={t('export.doccano-form')}
          values={['label', 'entities']}
          chosen={options.doccanoForm}
          title={(form) => t(`export.doccano-${form}`)}
          onChange={(doccanoForm) => onChange({ doccanoForm })}
        />
      )
    case 'text':
    case 'cleaned-jsonl':
    case 'pairs':
      return (
        <ExportSelect
          name={t('export.separator')}
          values={['line', 'blank-line']}
          chosen={options.separator}
          title={(separator) => t(`export.separator-${separator}`)}
          onChange={(separator) => onChange({ separator })}
        />
      )
    case 'parquet':
    case 'hugging-face':
      return (
        <>
          <ExportSelect
            name={t('export.rows')}
            values={['documents', 'segments']}
            chosen={options.parquetRows}
            title={(rows) => t(`export.rows-${rows}`)}
            onChange={(parquetRows) => onChange({ parquetRows })}
          />
          {props.format === 'parquet' && props.isSplit && (
            <ExportSelect
              name={t('export.parquet-split')}
              values={['column', 'folders']}
              chosen={options.parquetSplit}
              title={(place) => t(`export.parquet-split-${place}`)}
              onChange={(parquetSplit) => onChange({ parquetSplit })}
            />
          )}
        </>
      )
    default:
      return null
  }
}
