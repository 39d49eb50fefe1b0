import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, protocol, session } from 'electron'
import { z } from 'zod'
import { WinnowError } from '../core/winnow-error.ts'
import { createWinnow, type Winnow } from '../node/winnow.ts'
import { appScheme } from './app-origin.ts'
import { appProtocol } from './app-protocol.ts'
import { chooseExportPath, chooseFolder, chooseImportPath } from './dialogs.ts'
import { foldersFromArguments } from './folders-from-arguments.ts'
import { connectWindows } from './ipc.ts'
import { logUnexpected } from './log-unexpected.ts'
import { type MenuActions, setMenu } from './menu.ts'
import { stayOffNetwork } from './network.ts'
import { denyPermissions } from './permissions.ts'
import { profileFolder } from './profile-folder.ts'
import { texts } from './shell-texts.ts'
import { Windows } from './windows.ts'

/** What a second start tells the first one. */
const secondStartSchema = z.object({ folders: z.array(z.string()) })

const folders = foldersFromArguments(process.argv.slice(1), {
  fromSource: !app.isPackaged,
  cwd: process.cwd(),
})

// Both must be said before Electron is ready.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

try {
  app.setPath('userData', profileFolder())
  if (app.requestSingleInstanceLock({ folders })) app.whenReady().then(start).catch(stop)
  else app.quit()
} catch (error) {
  stop(error)
}

async function start(): Promise<void> {
  protocol.handle(appScheme, appProtocol(fileURLToPath(new URL('../renderer', import.meta.url))))
  denyPermissions(session.defaultSession)
  await stayOffNetwork(session.defaultSession)

  const winnow = await createWinnow({
    host: 'electron',
    version: app.getVersion(),
    resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
    indexProgram: fileURLToPath(new URL('index-worker.js', import.meta.url)),
    searchProgram: fileURLToPath(new URL('search-worker.js', import.meta.url)),
    repetitionProgram: fileURLToPath(new URL('repetition-worker.js', import.meta.url)),
    suggestionProgram: fileURLToPath(new URL('suggestion-worker.js', import.meta.url)),
    given: folders,
    openFirst: folders.length > 0,
    chooseFolder,
    chooseExportPath,
    chooseImportPath,
    log: logUnexpected,
  })
  closeBeforeQuit(winnow)

  const windows = new Windows()
  const open = (folder: string | null): void => {
    windows.open(folder === null ? null : winnow.folderId(folder)).catch(logUnexpected)
  }
  connectWindows(winnow, windows)
  const menu: MenuActions = {
    newWindow: () => open(null),
    openFolder: () => {
      chooseFolder()
        .then((folder) => folder !== null && open(folder))
        .catch(logUnexpected)
    },
  }
  // The service speaks the user's language from then on, and with it the menu and the dialogs.
  await winnow.service.home({ languages: [app.getLocale()] })
  setMenu(menu)
  winnow.events.subscribe((event) => {
    if (event.name !== 'preferences-changed' || event.payload.change.language === undefined) return
    setMenu(menu)
  })
  app.on('second-instance', (_event, _argv, _cwd, told) => {
    const second = secondStartSchema.safeParse(told)
    if (second.success && second.data.folders.length > 0) second.data.folders.forEach(open)
    else windows.focus()
  })
  app.on('window-all-closed', () => app.quit())
  await windows.open(null)
}

/** Holds the quitting back until everything is on the disk. */
function closeBeforeQuit(winnow: Winnow): void {
  let closing = false
  app.on('will-quit', (event) => {
    if (closing) return
    closing = true
    event.preventDefault()
    winnow.close().then(() => app.exit(0), stop)
  })
}

/** Tells the user why Winnow cannot go on, and ends it. */
function stop(error: unknown): void {
  if (!(error instanceof WinnowError)) logUnexpected(error)
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(texts().stopped, `${reason}\n\n${texts().savedIsSafe}`)
  app.exit(1)
}
