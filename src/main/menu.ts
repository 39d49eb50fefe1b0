import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { openExternalLink } from './external-links.ts'
import { licencePage } from './is-allowed-link.ts'
import { logUnexpected } from './log-unexpected.ts'

/** What the menu asks of the host. */
export interface MenuActions {
  newWindow(): void
  openFolder(): void
}

/** Sets the application's menu. The commands of the workspace are the interface's own and stand in no menu. */
export function setMenu({ newWindow, openFolder }: MenuActions): void {
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...appMenu,
      {
        label: '&File',
        submenu: [
          { id: 'open-folder', label: 'Open Folder in New Window…', click: openFolder },
          { id: 'new-window', label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
          { role: 'close' },
          { type: 'separator' },
          { role: 'quit' },
        ],
      },
      { label: '&Edit', submenu: editItems },
      {
        label: '&View',
        submenu: [
          // The keys for these belong to the page, which has a text size of its own.
          { role: 'resetZoom', registerAccelerator: false },
          { role: 'zoomIn', registerAccelerator: false },
          { role: 'zoomOut', registerAccelerator: false },
          { role: 'togglefullscreen' },
          ...developer,
        ],
      },
      {
        role: 'help',
        submenu: [
          {
            id: 'licence',
            label: 'Licence',
            click: () => openExternalLink(licencePage).catch(logUnexpected),
          },
        ],
      },
    ]),
  )
}

// The page handles these keys itself: with the menu's accelerators, Ctrl+Z would undo text and never a label.
const editItems: MenuItemConstructorOptions[] = [
  { role: 'undo', registerAccelerator: false },
  { role: 'redo', registerAccelerator: false },
  { type: 'separator' },
  { role: 'cut', registerAccelerator: false },
  { role: 'copy', registerAccelerator: false },
  { role: 'paste', registerAccelerator: false },
  { role: 'selectAll', registerAccelerator: false },
]
