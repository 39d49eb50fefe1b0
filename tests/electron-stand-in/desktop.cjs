const { modelled, notModelled, onlyKnown } = require('./modelled.cjs')

/** What needs a person or a desktop. A test puts its answer in the function's place, as it does in real Electron. */
const unanswered = (what) => () => {
  throw notModelled(`${what} that no test answers`)
}

const dialog = modelled('dialog', {
  showOpenDialog: unanswered('an open dialog'),
  showSaveDialog: unanswered('a save dialog'),
  showMessageBoxSync: unanswered('a message box'),
  showErrorBox: (title, content) => console.error(`${title}\n${content}`),
})

const shell = modelled('shell', { openExternal: unanswered('a browser') })

const nativeTheme = modelled('nativeTheme', { shouldUseDarkColors: false })

const knownItem = ['id', 'label', 'role', 'type', 'accelerator', 'registerAccelerator', 'click', 'submenu']
const roles = [
  ...['appMenu', 'help', 'close', 'quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'],
  ...['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'toggleDevTools'],
]

/** The application's menu: its items can be found and clicked, but not seen. */
class MenuModel {
  static #application = null

  constructor(template) {
    this.items = template.map((item) => {
      onlyKnown('menu items', item, knownItem)
      if (item.role && !roles.includes(item.role)) throw notModelled(`the menu role ${item.role}`)
      const click = item.click ?? unanswered(`a click on the menu item ${item.role ?? item.label}`)
      const submenu = item.submenu && new MenuModel(item.submenu)
      // Electron fills in the keys of roles here; the stand-in knows of none.
      return modelled('MenuItem', {
        id: undefined,
        accelerator: undefined,
        registerAccelerator: true,
        ...item,
        click,
        submenu,
      })
    })
  }

  getMenuItemById(id) {
    for (const item of this.items) {
      if (item.id === id) return item
      const below = item.submenu?.getMenuItemById(id)
      if (below) return below
    }
    return null
  }

  static buildFromTemplate(template) {
    return new MenuModel(template)
  }

  static setApplicationMenu(menu) {
    MenuModel.#application = menu
  }

  static getApplicationMenu() {
    return MenuModel.#application
  }
}

module.exports = { dialog, Menu: modelled('Menu', MenuModel), nativeTheme, shell }
