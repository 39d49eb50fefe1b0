import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { callNames } from '../core/call-names.ts'
import { callChannel, eventChannel } from '../core/ipc-channels.ts'
import type { Reply } from '../core/reply.ts'

const names: ReadonlySet<unknown> = new Set(callNames)

/** Carries a call to the main process. Answers with a failing reply if the contract has no call of that name. */
async function invoke(name: unknown, request: unknown): Promise<unknown> {
  if (names.has(name)) return ipcRenderer.invoke(callChannel, name, request)
  const refused: Reply<never> = {
    ok: false,
    code: 'bad-request',
    message: `There is no call named ${JSON.stringify(name)}.`,
  }
  return refused
}

/** Hands every event of the service to `listener`. Returns the function that ends the subscription. */
function subscribe(listener: unknown): () => void {
  if (typeof listener !== 'function') throw new TypeError('subscribe needs a function.')
  // The IPC event leads to the sender and its ports: the page gets the payload alone.
  const handOn = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
  ipcRenderer.on(eventChannel, handOn)
  return () => {
    ipcRenderer.off(eventChannel, handOn)
  }
}

contextBridge.exposeInMainWorld('winnow', { invoke, subscribe })
