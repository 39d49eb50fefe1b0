import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnsettledDocument } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import { stepDocument } from '../state/document-status.ts'

/** Asks what shall become of labels that cannot simply be shown. Nothing happens before the annotator has chosen. */
export function UnsettledQuestion(props: { document: string; question: UnsettledDocument }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  return (
    <section role="alert">
      <h2>{t('document.unsettled')}</h2>
      <p>{props.question.message}</p>
      <ul className="document-choices">
        {props.question.choices.map(({ choice, consequence }) => (
          <li key={choice}>
            <button type="button" onClick={() => void controller.settleDocument(props.document, choice)}>
              {t(`document.choose-${choice}`)}
            </button>
            <span>{consequence}</span>
          </li>
        ))}
      </ul>
      <p>{t('document.others')}</p>
      <button type="button" onClick={() => void stepDocument(controller, 1)}>
        {t('document.next')}
      </button>
    </section>
  )
}
