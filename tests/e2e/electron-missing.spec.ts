import { test } from '@playwright/test'
import { realElectron } from './app/launch-electron.ts'

const electron = realElectron()
const reason = 'missing' in electron ? electron.missing : ''

// Stands for all specs in the project `electron`; the reason is in the title, since reporters hide it elsewhere.
test.skip(`all specs in real Electron: skipped, ${reason}`, () => {})
