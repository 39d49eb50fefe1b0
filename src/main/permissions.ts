import type { Session } from 'electron'
import { appOrigin } from './app-origin.ts'

/** Winnow copies text, on a press of its button, and needs nothing else that a page must ask for. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Denies the pages of `session` every permission but to copy text, every device, and every download. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(allowed.has(permission) && requestingUrl.startsWith(`${appOrigin}/`)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      allowed.has(permission) && requestingOrigin.replace(/\/$/, '') === appOrigin,
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
