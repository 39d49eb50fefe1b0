import { call } from './call.ts'
import { expect, test } from './electron-test.ts'
import { foreignSite } from './foreign-site.ts'

test('the page has no Node and no Electron', async ({ app }) => {
  const found = await app.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
})

test('the bridge has two functions and cannot be changed', async ({ app }) => {
  const bridge = await app.page.evaluate(() => {
    const { winnow } = window
    const write = (change: () => void): string => {
      try {
        change()
        return 'written'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }
    return {
      members: Object.entries(winnow ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
      replaced: write(() => Object.assign(window, { winnow: {} })),
      extended: write(() => Object.assign(winnow ?? {}, { more: 1 })),
      exchanged: write(() => Object.assign(winnow ?? {}, { invoke: () => 'mine' })),
    }
  })
  expect(bridge).toEqual({
    members: ['invoke: function', 'subscribe: function'],
    replaced: 'refused',
    extended: 'refused',
    exchanged: 'refused',
  })
})

test('a call that the contract has not is refused', async ({ app }) => {
  for (const name of ['nothing', 'constructor', '__proto__', 'toString', ''])
    expect(await call(app.page, name, {})).toEqual({
      ok: false,
      code: 'bad-request',
      message: `There is no call named ${JSON.stringify(name)}.`,
    })
})

test('such a call does not even leave the page', async ({ app }) => {
  await app.main.evaluate(({ ipcMain }) => ipcMain.removeHandler('winnow:call'), null)
  expect(await call(app.page, 'nothing', {})).toMatchObject({ ok: false, code: 'bad-request' })
  await expect(call(app.page, 'home', {})).rejects.toThrow("No handler registered for 'winnow:call'")
})

test('a request that does not fit the contract is refused', async ({ app }) => {
  expect(await call(app.page, 'openCorpus', { folder: '../../etc' })).toMatchObject({
    ok: false,
    code: 'folder-unknown',
  })
  for (const request of [null, 'home', { folder: 1 }, [], { folder: '' }])
    expect(await call(app.page, 'openCorpus', request)).toMatchObject({ ok: false, code: 'bad-request' })
})

test('a listener gets events without the IPC message, until it is taken off', async ({ start, corpus }) => {
  const { page } = await start([corpus])
  const home = await call(page, 'home', {})
  const events = await page.evaluate(async (reply) => {
    const { winnow } = window
    if (!winnow || !reply.ok) throw new Error('there is no bridge')
    const { start: folder } = reply.value as { start: string }
    const heard: unknown[][] = []
    const scanned = async (): Promise<void> => {
      const summaries = new Promise<void>((resolve) => {
        const stop = winnow.subscribe((event) => {
          const { name, payload } = event as { name: string; payload: { complete: boolean } }
          if (name !== 'summaries' || !payload.complete) return
          stop()
          resolve()
        })
      })
      await winnow.invoke('openCorpus', { folder })
      await summaries
    }
    const stop = winnow.subscribe((...args: unknown[]) => heard.push(args))
    await scanned()
    stop()
    const before = heard.length
    await scanned()
    return { heard, afterStop: heard.length - before }
  }, home)
  expect(events.heard.length).toBeGreaterThan(0)
  for (const args of events.heard)
    expect(args).toEqual([{ name: expect.any(String), payload: expect.any(Object) }])
  expect(events.afterStop).toBe(0)
})

test('prototypes that a page pollutes do not reach the preload', async ({ app }) => {
  await app.main.evaluate(({ ipcMain }) => ipcMain.removeHandler('winnow:call'), null)
  const refused = await app.page.evaluate(async () => {
    const { winnow } = window
    if (!winnow) throw new Error('there is no bridge')
    const { prototype } = Array
    Object.assign(prototype, { includes: () => true, indexOf: () => 0 })
    Object.assign(Set.prototype, { has: () => true })
    Object.assign(Object.prototype, { nothing: {}, channel: 'other', ok: true })
    Object.assign(Function.prototype, { call: () => 'mine', apply: () => 'mine' })
    JSON.stringify = () => '{}'
    return (await winnow.invoke('nothing', {})) as object
  })
  expect(refused).toMatchObject({
    ok: false,
    code: 'bad-request',
    message: 'There is no call named "nothing".',
  })
})

test('a page elsewhere gets no answer, even in a window of Winnow', async ({ app }) => {
  const site = await foreignSite()
  try {
    await app.main.evaluate(({ BrowserWindow, session }, url) => {
      // Winnow lets no window load such a page to begin with; this is what holds if one did.
      session.defaultSession.webRequest.onBeforeRequest(null)
      return BrowserWindow.getAllWindows()[0]?.loadURL(String(url))
    }, site.origin)
    await expect(app.page).toHaveTitle('elsewhere')
    expect(await call(app.page, 'home', {})).toEqual({
      ok: false,
      code: 'bad-request',
      message:
        'Winnow answers its own window only. This call came from somewhere else, and nothing was done.',
    })
  } finally {
    await site.close()
  }
})

test('a frame within the page has no bridge', async ({ app }) => {
  const bridges = await app.page.evaluate(() => {
    const frames = ['about:blank', 'javascript:0'].map((src) => {
      const frame = document.createElement('iframe')
      frame.src = src
      document.body.append(frame)
      return frame
    })
    return frames.map((frame) => typeof (frame.contentWindow as Window | null)?.winnow)
  })
  expect(bridges).toEqual(['undefined', 'undefined'])
})
