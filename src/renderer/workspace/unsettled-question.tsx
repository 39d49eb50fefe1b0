import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnsettledDocument } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import { stepDocument } from '../state/document-status.ts'
import { askMerge } from '../state/merging.ts'

/** Asks what shall become of labels that cannot simply be shown. Nothing happens before the annotator has chosen. */
export function UnsettledQuestion(props: { document: string; question: UnsettledDocument }): ReactNode {
  const { t } = useTranslation()
  const controller = useController()
  const choose = (choice: UnsettledDocument['choices'][number]['choice']): void => {
    if (choice === 'merge') void askMerge(controller, props.document, { kind: 'git' })
    else void controller.settleDocument(props.document, choice)
  }
  return (
    <section role="alert">
      <h2>{t('document.unsettled')}</h2>
      <p>{props.question.message}</p>
      <ul className="document-choices">
        {props.question.choices.map(({ choice, consequence }) => (
          <li key={choice}>
            <button type="button" onClick={() => choose(choice)}>
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
