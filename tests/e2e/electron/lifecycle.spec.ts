import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { commands } from '../../../src/core/commands.ts'
import { folderSchema } from '../../../src/core/contract.ts'
import { licencePage } from '../../../src/main/is-allowed-link.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'
import { call } from './call.ts'
import { expect, test } from './electron-test.ts'

const homeSchema = z.object({ start: z.string() })

test('the folder dialog opens a corpus, and Cancel leaves things as they are', async ({ app, corpus }) => {
  const open = app.page.getByRole('button', { name: 'Open a folder…' })
  await app.answerFolderDialog(null)
  expect(await call(app.page, 'chooseFolder', {})).toEqual({ ok: true, value: null })
  await open.click()
  await expect(open).toBeEnabled()
  await app.answerFolderDialog(corpus)
  await open.click()
  const workspace = await new WorkspacePage(app.page).ready()
  await expect(workspace.documents.getByRole('button', { name: 'two.txt' })).toBeVisible()
})

test('the save dialog names where an export goes', async ({ start, corpus, place }) => {
  const app = await start([corpus])
  const home = await call(app.page, 'home', {})
  const { start: folder } = homeSchema.parse(home.ok && home.value)
  await call(app.page, 'openCorpus', { folder })
  const request = { corpus: folder, format: 'jsonl' }
  await app.answerSaveDialog(null)
  expect(await call(app.page, 'chooseExportPath', request)).toEqual({ ok: true, value: null })
  const path = join(place, 'my labels.jsonl')
  await app.answerSaveDialog(path)
  expect(await call(app.page, 'chooseExportPath', request)).toMatchObject({ ok: true, value: { path } })
})

test('a folder of the command line opens at once, and labels outlive closing and kill -9', async ({
  start,
  corpus,
}) => {
  for (const [end, key] of [
    ['close', 't'],
    ['kill', 'b'],
  ] as const) {
    const app = await start([corpus])
    const workspace = await new WorkspacePage(app.page).ready()
    await workspace.press(key)
    await workspace.saved()
    await app[end]()
  }
  const { segments } = await readLabels(corpus, 'one.txt')
  expect(segments.map(({ label }) => label)).toEqual(['title', 'body', null])
  const workspace = await new WorkspacePage((await start([corpus])).page).ready()
  await workspace.expectCount('title', 1)
  await workspace.expectCount('body', 1)
})

test('what is left to write at the end is written before Winnow ends', async ({ start, corpus }) => {
  const app = await start()
  await app.answerFolderDialog(corpus)
  const chosen = await call(app.page, 'chooseFolder', {})
  const { id } = folderSchema.parse(chosen.ok && chosen.value)
  await call(app.page, 'openCorpus', { folder: id })
  // Places wait a little to be written together.
  await call(app.page, 'savePlace', { corpus: id, document: 'two.txt', segment: 1 })
  await app.close()
  const workspace = await new WorkspacePage((await start([corpus])).page).ready()
  await expect(workspace.openDocument).toContainText('two.txt')
  await workspace.expectCurrent('Another body.')
})

test('windows of one Winnow see the same labels', async ({ start, corpus }) => {
  const app = await start([corpus])
  const first = await new WorkspacePage(app.page).ready()
  const second = await new WorkspacePage(await app.newPage()).ready()
  await first.press('t')
  await first.saved()
  await second.expectCount('title', 1)
})

test('a second start hands its folder to the first and ends', async ({ start, startAgain, corpus }) => {
  const app = await start()
  const opened = app.main.nextPage()
  expect(await startAgain([corpus])).toBe(0)
  const workspace = await new WorkspacePage(await opened).ready()
  await expect(workspace.documents.getByRole('button', { name: 'two.txt' })).toBeVisible()
  await expect(app.page.getByRole('button', { name: 'Open a folder…' })).toBeVisible()
})

test('a state that has no place ends the start with a sentence', async ({ start, place, host }) => {
  test.skip(host === 'electron', 'a message box of the system would wait for a person')
  await mkdir(join(place, 'home'))
  await writeFile(join(place, 'home', 'electron'), 'a file in the way')
  await expect(start()).rejects.toThrow(/ended with 1[\s\S]*The folder .*electron cannot be made/)
})

test('closing the last window ends Winnow', async ({ start }) => {
  const app = await start()
  const second = await app.newPage()
  await app.page.close()
  expect(await second.evaluate(() => typeof window.winnow)).toBe('object')
  await second.close()
  expect(await app.main.exited()).toBe(0)
})

test('the Help menu leads to the licence', async ({ app }) => {
  const opened = await app.main.evaluate(async ({ Menu, shell }) => {
    const link = new Promise<string>((resolve) => {
      shell.openExternal = async (url) => resolve(url)
    })
    Menu.getApplicationMenu()?.getMenuItemById('licence')?.click()
    return link
  }, null)
  expect(opened).toBe(licencePage)
})

test('the menu and all windows follow the language that is chosen in one', async ({ start }) => {
  const app = await start()
  const second = await app.newPage()
  const menuTitle = () =>
    app.main.evaluate(
      async ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.label,
      null,
    )
  expect(await menuTitle()).toBe('New Window')
  await app.page.keyboard.press('Control+,')
  await app.page.getByRole('radio', { name: 'Tiếng Việt' }).check()
  await expect(second.getByRole('button', { name: 'Mở thư mục…' })).toBeVisible()
  expect(await menuTitle()).toBe('Cửa sổ mới')
})

test('the menu takes no key of the workspace', async ({ app }) => {
  const taken = await app.main.evaluate(({ Menu }) => {
    const keysOf = (menu: Electron.Menu): string[] =>
      menu.items.flatMap((item) => [
        ...(item.accelerator && item.registerAccelerator !== false ? [String(item.accelerator)] : []),
        ...(item.submenu ? keysOf(item.submenu) : []),
      ])
    const menu = Menu.getApplicationMenu()
    return menu ? keysOf(menu) : []
  }, null)
  expect(taken).toContain('CmdOrCtrl+Shift+N')
  const oneWay = (key: string): string =>
    key
      .replace(/CmdOrCtrl|CommandOrControl/, 'Mod')
      .toLowerCase()
      .split('+')
      .sort()
      .join('+')
  const ours = commands.flatMap((command) => command.keys.map(oneWay))
  expect(taken.filter((key) => ours.includes(oneWay(key)))).toEqual([])
})
