import { contentSecurityPolicy } from '../../../src/core/content-security-policy.ts'
import { expect, test } from './electron-test.ts'
import { foreignSite } from './foreign-site.ts'

test('a page cannot be led away', async ({ app }) => {
  const site = await foreignSite()
  try {
    const here = app.page.url()
    for (const lead of ['location', 'link'] as const) {
      const to = `${site.origin}/${lead}`
      const attempt = app.main.evaluate(
        ({ BrowserWindow }, wanted) =>
          new Promise<boolean>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents
            contents?.once('will-navigate', (event) =>
              // The listeners of Winnow have been asked before this one.
              resolve(event.url.startsWith(String(wanted)) && event.defaultPrevented),
            )
          }),
        to,
      )
      await app.main.evaluate(() => null, null) // By then the listener above is in place.
      await app.page.evaluate(
        ([how, to]) => {
          if (how === 'location') location.href = String(to)
          else Object.assign(document.createElement('a'), { href: to }).click()
        },
        [lead, to],
      )
      expect(await attempt).toBe(true)
      expect(app.page.url()).toBe(here)
    }
    expect(site.requests).toEqual([])
  } finally {
    await site.close()
  }
})

test('a page can be reloaded', async ({ app }) => {
  await app.page.evaluate(() => Object.assign(window, { before: true }))
  await Promise.all([app.page.waitForEvent('load'), app.page.evaluate(() => location.reload())])
  expect(await app.page.evaluate(() => [typeof window.winnow?.invoke, 'before' in window])).toEqual([
    'function',
    false,
  ])
})

test('a page cannot open a window, and only allowed links leave', async ({ app }) => {
  await app.main.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  }, null)
  for (const url of ['http://127.0.0.1:9/popup', 'about:blank', 'https://opensource.org/license/mit'])
    expect(await app.page.evaluate((to) => window.open(to), url)).toBeNull()
  const opened = (): Promise<unknown> => app.main.evaluate(() => Reflect.get(globalThis, 'opened'), null)
  await expect.poll(opened).toEqual(['https://opensource.org/license/mit'])
  expect(await app.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
})

test('the protocol gives the files of the interface and no others', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/missing.js',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fmain%2findex.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%2fetc%2fpasswd',
    ]
    const answer = async (path: string): Promise<[string, number]> => [path, (await fetch(path)).status]
    return Promise.all(paths.map(answer))
  })
  expect(answers).toEqual([
    ['/index.html', 200],
    ['/missing.js', 404],
    ['/../package.json', 404],
    ['/%2e%2e/package.json', 404],
    ['/..%2fmain%2findex.js', 403],
    ['/..%2f..%2fpackage.json', 403],
    ['/%2e%2e%2f%2e%2e%2fpackage.json', 403],
    ['/..%5c..%5cpackage.json', 403],
    ['/%2fetc%2fpasswd', 404],
  ])
})

test('every answer carries the policy, and it is in force', async ({ app }) => {
  const site = await foreignSite()
  try {
    const found = await app.page.evaluate(async (origin) => {
      const headers = await Promise.all(
        ['/index.html', '/missing.js'].map(async (path) => {
          const response = await fetch(path)
          return ['content-security-policy', 'x-content-type-options', 'referrer-policy'].map((name) =>
            response.headers.get(name),
          )
        }),
      )
      const blocked: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      const image = new Image()
      image.src = `${origin}/pixel.png`
      document.body.append(image)
      const frame = document.createElement('iframe')
      frame.src = `${origin}/frame`
      document.body.append(frame)
      const fetched = await fetch(`${origin}/data`).then(
        () => 'answered',
        () => 'refused',
      )
      // Reports come as tasks of their own, each at its time.
      const all = ['script-src-elem', 'img-src', 'frame-src', 'connect-src']
      while (!all.every((directive) => blocked.includes(directive)))
        await new Promise((resolve) =>
          document.addEventListener('securitypolicyviolation', resolve, { once: true }),
        )
      return { headers, fetched, inlineRan: 'inlineRan' in window }
    }, site.origin)
    const sent = [contentSecurityPolicy, 'nosniff', 'no-referrer']
    expect(found.headers).toEqual([sent, sent])
    expect(found.inlineRan).toBe(false)
    expect(found.fetched).toBe('refused')
    expect(site.requests).toEqual([])
  } finally {
    await site.close()
  }
})

test('a page gets no permission but to copy text', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      midi: await state('midi'),
      clipboardRead: await state('clipboard-read'),
      clipboardWrite: await state('clipboard-write'),
      notification: await Notification.requestPermission(),
    }
  })
  expect(states).toEqual({
    geolocation: 'denied',
    camera: 'denied',
    midi: 'denied',
    clipboardRead: 'denied',
    clipboardWrite: 'granted',
    notification: 'denied',
  })
})

test('nothing but the interface is loaded, even by the main process', async ({ app }) => {
  const site = await foreignSite()
  try {
    for (const url of [
      site.origin,
      'https://example.org/',
      'file:///etc/hostname',
      'app://elsewhere/index.html',
    ]) {
      const loaded = await app.main.evaluate(
        ({ BrowserWindow }, wanted) =>
          BrowserWindow.getAllWindows()[0]
            ?.loadURL(String(wanted))
            .then(
              () => 'loaded',
              () => 'refused',
            ),
        url,
      )
      expect([url, loaded]).toEqual([url, 'refused'])
    }
    expect(site.requests).toEqual([])
  } finally {
    await site.close()
  }
})

test('redirects, pages within the page and downloads are stopped before they begin', async ({ app }) => {
  const stopped = await app.main.evaluate(({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const isStopped = (
      emitter: { emit(name: never, ...args: unknown[]): boolean } | undefined,
      name: string,
    ) => {
      let prevented = false
      const event = {
        url: 'app://winnow/index.html',
        preventDefault: () => {
          prevented = true
        },
      }
      emitter?.emit(name as never, event, {}, {})
      return prevented
    }
    return {
      redirect: isStopped(contents, 'will-redirect'),
      webview: isStopped(contents, 'will-attach-webview'),
      download: isStopped(session.defaultSession, 'will-download'),
    }
  }, null)
  expect(stopped).toEqual({ redirect: true, webview: true, download: true })
})
