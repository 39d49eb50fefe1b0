// First, so that a component's own style has the last word.
import '@fontsource/noto-sans-mono/400.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app.tsx'
import { startMessages } from './messages/i18n.ts'
import { Controller } from './state/controller.ts'
import { ControllerContext } from './state/controller-context.ts'
import { followBackups } from './state/follow-backups.ts'
import { connect } from './transport/connect.ts'

// The Content-Security-Policy forbids making code from strings, which zod would otherwise try.
config({ jitless: true })

await startMessages(navigator.languages)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')
const controller = new Controller(connect())
createRoot(root).render(
  <StrictMode>
    <ControllerContext value={controller}>
      <App />
    </ControllerContext>
  </StrictMode>,
)
followBackups(controller)
void controller.start()
