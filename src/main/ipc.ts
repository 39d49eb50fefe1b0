import { ipcMain, type WebContents } from 'electron'
import type { Service } from '../core/contract.ts'
import { dispatch } from '../core/dispatch.ts'
import { callChannel, eventChannel } from '../core/ipc-channels.ts'
import type { Reply } from '../core/reply.ts'
import type { Winnow } from '../node/winnow.ts'
import { isOwnPage } from './is-own-page.ts'
import { logUnexpected } from './log-unexpected.ts'
import type { Windows } from './windows.ts'

const refused: Reply<never> = {
  ok: false,
  code: 'bad-request',
  message: 'Winnow answers its own window only. This call came from somewhere else, and nothing was done.',
}

/** Carries the calls of `windows` to the service and the service's events to all of them. */
export function connectWindows(winnow: Winnow, windows: Windows): void {
  ipcMain.handle(callChannel, async (event, name: unknown, request: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event, (sender) => windows.owns(sender)) || typeof name !== 'string') return refused
    return dispatch(serviceFor(event.sender), name, request, logUnexpected)
  })

  // A window that was opened for a folder of its own opens that one and not the first of the command line.
  const serviceFor = (contents: WebContents): Service => {
    const start = windows.startOf(contents)
    if (start === null) return winnow.service
    const { service } = winnow
    return { ...service, home: async (request) => ({ ...(await service.home(request)), start }) }
  }

  winnow.events.subscribe((event) => {
    for (const contents of windows.contents()) contents.send(eventChannel, event)
  })
}
