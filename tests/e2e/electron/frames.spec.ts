import type { CDPSession } from '@playwright/test'
import { z } from 'zod'
import standIn from '../../electron-stand-in/names.cjs'
import { expect, test } from './electron-test.ts'

test.skip(({ host }) => host === 'electron', 'only the stand-in lets a test speak IPC from any frame')

const treeSchema = z.object({
  frameTree: z.object({
    frame: z.object({ id: z.string() }),
    childFrames: z.array(z.object({ frame: z.object({ id: z.string() }) })).default([]),
  }),
})

/** What the main process answers when the process of the page, taken over, sends a call from the frame `frameId`. */
async function callFrom(session: CDPSession, frameId: string, name: string): Promise<unknown> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: standIn.preloadWorldName,
  })
  const wire = JSON.stringify({ value: { id: 'test', channel: 'winnow:call', args: [name, {}] } })
  const { result } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((resolve) => {
      const before = window.${standIn.receiverName}
      window.${standIn.receiverName} = (text) => {
        const { id, value } = JSON.parse(text).value
        if (id === 'test') resolve(value)
        else before?.(text)
      }
      window.${standIn.bindingName}(${JSON.stringify(wire)})
    })`,
  })
  return result.value
}

test('a call is answered to the page itself and refused to a frame within it', async ({ app }) => {
  await app.page.evaluate(() => document.body.append(document.createElement('iframe')))
  const session = await app.page.context().newCDPSession(app.page)
  const { frameTree } = treeSchema.parse(await session.send('Page.getFrameTree'))
  const [child] = frameTree.childFrames
  expect(await callFrom(session, frameTree.frame.id, 'home')).toMatchObject({ ok: true })
  expect(await callFrom(session, child?.frame.id ?? '', 'home')).toMatchObject({
    ok: false,
    code: 'bad-request',
    message: expect.stringContaining('came from somewhere else'),
  })
})
