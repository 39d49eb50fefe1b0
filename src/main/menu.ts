import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { openExternalLink } from './external-links.ts'
import { licencePage } from './is-allowed-link.ts'
import { logUnexpected } from './log-unexpected.ts'
import { type ShellTexts, texts } from './shell-texts.ts'

/** What the menu asks of the host. */
export interface MenuActions {
  newWindow(): void
  openFolder(): void
}

/** Sets the application's menu, in the user's language. The commands of the workspace are the interface's own and stand in no menu. */
export function setMenu({ newWindow, openFolder }: MenuActions): void {
  const said = texts()
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...appMenu,
      {
        label: said.file,
        submenu: [
          { id: 'open-folder', label: said.openFolder, click: openFolder },
          { id: 'new-window', label: said.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
          { role: 'close', label: said.close },
          { type: 'separator' },
          { role: 'quit', label: said.quit },
        ],
      },
      { label: said.edit, submenu: editItems(said) },
      {
        label: said.view,
        submenu: [
          // The keys for these belong to the page, which has a text size of its own.
          { role: 'resetZoom', label: said.resetZoom, registerAccelerator: false },
          { role: 'zoomIn', label: said.zoomIn, registerAccelerator: false },
          { role: 'zoomOut', label: said.zoomOut, registerAccelerator: false },
          { role: 'togglefullscreen', label: said.fullScreen },
          ...developer,
        ],
      },
      {
        role: 'help',
        label: said.help,
        submenu: [
          {
            id: 'licence',
            label: said.licence,
            click: () => openExternalLink(licencePage).catch(logUnexpected),
          },
        ],
      },
    ]),
  )
}

// The page handles these keys itself: with the menu's accelerators, Ctrl+Z would undo text and never a label.
const editItems = (said: ShellTexts): MenuItemConstructorOptions[] => [
  { role: 'undo', label: said.undo, registerAccelerator: false },
  { role: 'redo', label: said.redo, registerAccelerator: false },
  { type: 'separator' },
  { role: 'cut', label: said.cut, registerAccelerator: false },
  { role: 'copy', label: said.copy, registerAccelerator: false },
  { role: 'paste', label: said.paste, registerAccelerator: false },
  { role: 'selectAll', label: said.selectAll, registerAccelerator: false },
]
