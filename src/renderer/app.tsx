import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Practice } from './practice/practice.tsx'
import { AskBeforeLeaving } from './state/ask-before-leaving.ts'
import { useWinnow } from './state/controller-context.ts'
import { UnsavedBar } from './unsaved-bar.tsx'
import { usePagePreferences } from './use-page-preferences.ts'
import { Welcome } from './welcome/welcome.tsx'
import { Workspace } from './workspace/workspace.tsx'

/** The whole page. */
export function App(): ReactNode {
  usePagePreferences()
  return (
    <>
      <AskBeforeLeaving />
      <Screen />
    </>
  )
}

/** Chooses the screen. */
function Screen(): ReactNode {
  const { t } = useTranslation()
  const fatal = useWinnow((state) => state.fatal)
  const home = useWinnow((state) => state.home)
  const corpus = useWinnow((state) => state.corpus)
  const practice = useWinnow((state) => state.practice)

  if (fatal)
    return (
      <main className="message-screen" role="alert">
        <h1>{t('app.failed')}</h1>
        <p>{fatal}</p>
      </main>
    )
  if (!home)
    return (
      <main className="message-screen">
        <p>{t('app.starting')}</p>
      </main>
    )
  return (
    <div className="screen">
      <UnsavedBar />
      {practice ? <Practice /> : corpus ? <Workspace corpus={corpus} /> : <Welcome home={home} />}
    </div>
  )
}
