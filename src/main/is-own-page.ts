import type { IpcMainInvokeEvent } from 'electron'
import { appOrigin } from './app-origin.ts'

/**
 * Whether an IPC message comes from the interface itself: from the main frame of a window of ours that shows a
 * page of ours. False for frames within it, for pages it was led away to, and for frames that are gone.
 */
export function isOwnPage(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOwnWindow: (sender: IpcMainInvokeEvent['sender']) => boolean,
): boolean {
  const frame = event.senderFrame
  return isOwnWindow(event.sender) && frame !== null && frame.parent === null && frame.origin === appOrigin
}
