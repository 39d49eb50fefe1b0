import { launchElectron } from '../e2e/app/launch-electron.ts'
import { contractSuite } from './contract-suite.ts'

/** What the page of a window has of Winnow, and what these tests add to it. */
declare global {
  interface Window {
    readonly winnow: {
      invoke(name: string, request: unknown): Promise<unknown>
      subscribe(listener: (event: unknown) => void): () => void
    }
    readonly tellTest: (event: unknown) => void
  }
}

contractSuite('over IPC', async ({ first, corpora, home }) => {
  const app = await launchElectron({ folders: [first, ...corpora], home, real: false })
  let closed = false
  return {
    invoke: (name, request) =>
      app.page.evaluate(([name, request]) => window.winnow.invoke(name, request), [name, request] as const),
    subscribe: async (listener) => {
      await app.page.exposeFunction('tellTest', listener)
      await app.page.evaluate(() => {
        window.winnow.subscribe((event) => window.tellTest(event))
      })
    },
    close: async () => {
      if (closed) return
      closed = true
      await app.close()
    },
    dialogs: { answerFolder: app.answerFolderDialog, answerSave: app.answerSaveDialog },
  }
})
