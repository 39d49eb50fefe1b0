import { expect, test } from '../app/fixtures.ts'
import { foreignSite } from '../electron/foreign-site.ts'

// Another port of this machine: what a browser calls the same site, so that its cookies come along.
test('a page of another port can neither call nor read nor show Winnow', async ({
  launch,
  makeCorpus,
  context,
}) => {
  const app = await launch({ folders: [await makeCorpus({ 'one.txt': 'The title' })] })
  const winnow = new URL(app.page.url()).origin
  const site = await foreignSite()
  try {
    const page = await context.newPage()
    await page.goto(site.origin)
    const got = await page.evaluate(async (winnow) => {
      const attempt = async (path: string, init: RequestInit): Promise<string> => {
        try {
          const response = await fetch(winnow + path, { credentials: 'include', ...init })
          return `${response.type} ${response.status} ${await response.text()}`
        } catch (error) {
          return error instanceof TypeError ? 'refused' : String(error)
        }
      }
      const body = JSON.stringify({ name: 'intruder' })
      const load = (element: HTMLScriptElement | HTMLImageElement, path: string): Promise<string> =>
        new Promise((resolve) => {
          element.onload = () => resolve('loaded')
          element.onerror = () => resolve('refused')
          element.src = winnow + path
          document.body.append(element)
        })
      const script = await load(document.createElement('script'), '/api/events')
      const image = await load(new Image(), '/icon.svg')
      return {
        read: await attempt('/', {}),
        call: await attempt('/api/setAnnotator', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
        plainCall: await attempt('/api/setAnnotator', { method: 'POST', body }),
        blindCall: await attempt('/api/setAnnotator', { method: 'POST', mode: 'no-cors', body }),
        script,
        image,
      }
    }, winnow)
    expect(got).toEqual({
      read: 'refused',
      call: 'refused',
      plainCall: 'refused',
      blindCall: 'refused',
      script: 'refused',
      image: 'refused',
    })

    const frame = await page.evaluate(async (winnow) => {
      const element = document.createElement('iframe')
      const settled = new Promise((resolve) => element.addEventListener('load', resolve))
      element.src = winnow
      document.body.append(element)
      await settled
      return element.contentDocument === null
    }, winnow)
    // The browser put its own error page, of no origin that we could read, in Winnow's place.
    expect(frame).toBe(true)
    expect(page.frames().some((shown) => shown.url() === `${winnow}/`)).toBe(false)

    const home = await app.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/home', { method: 'POST', headers, body: '{}' })).text()
    })
    expect(home).toContain('"ok":true')
    expect(home).not.toContain('intruder')
  } finally {
    await site.close()
  }
})
