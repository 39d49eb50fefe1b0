import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { beforeEach, expect, it } from 'vitest'
import { isOwnAddress } from '../../../src/main/is-own-address.ts'
import { denyPermissions } from '../../../src/main/permissions.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>

/** Keeps what it is told to answer with, as Electron does, and is asked by the tests. */
class FakeSession extends EventEmitter {
  request: RequestHandler | null = null
  check: CheckHandler | null = null
  device: DeviceHandler | null = null
  setPermissionRequestHandler = (handler: RequestHandler): void => {
    this.request = handler
  }
  setPermissionCheckHandler = (handler: CheckHandler): void => {
    this.check = handler
  }
  setDevicePermissionHandler = (handler: DeviceHandler): void => {
    this.device = handler
  }
}

let session: FakeSession
beforeEach(() => {
  session = new FakeSession()
  // Winnow asks nothing else of a session here; TypeScript knows the whole of Electron's.
  denyPermissions(session as unknown as Session)
})

/** Whether a page that asks, and one that only looks whether it might, would be let. */
function isGranted(permission: string, url: string): [boolean, boolean] {
  let granted = false
  const details = { requestingUrl: url, isMainFrame: true }
  session.request?.(null as never, permission as never, (answer) => (granted = answer), details as never)
  const { origin, protocol, host } = new URL(url)
  const asked = origin === 'null' ? `${protocol}//${host}` : origin
  return [granted, session.check?.(null, permission as never, asked, details as never) ?? true]
}

it('a page of Winnow may copy text', () => {
  expect(isGranted('clipboard-sanitized-write', 'app://winnow/index.html')).toEqual([true, true])
})

it.each([
  'clipboard-read',
  'media',
  'geolocation',
  'notifications',
  'midi',
  'midiSysex',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'window-management',
  'storage-access',
  'top-level-storage-access',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'idle-detection',
  'display-capture',
  'mediaKeySystem',
  'unknown',
  'something-that-is-yet-to-come',
])('and nothing else: %s', (permission) => {
  expect(isGranted(permission, 'app://winnow/index.html')).toEqual([false, false])
})

it.each([
  'https://example.org/',
  'app://winnow.example.org/',
  'app://elsewhere/index.html',
  'file:///etc/passwd',
  'http://127.0.0.1:8080/',
])('a page elsewhere may not even do that: %s', (url) => {
  expect(isGranted('clipboard-sanitized-write', url)).toEqual([false, false])
})

it('no device is ever lent', () => {
  expect(session.device?.({ deviceType: 'usb', origin: 'app://winnow', device: {} as never })).toBe(false)
})

it.each([
  ['app://winnow/index.html', true],
  ['app://winnow/assets/index-1a2b.js', true],
  ['devtools://devtools/bundled/devtools_app.html', true],
  ['app://winnow.example.org/', false],
  ['app://winnow', false],
  ['app://elsewhere/index.html', false],
  ['http://127.0.0.1:8080/', false],
  ['https://app.winnow/', false],
  ['ws://127.0.0.1:8080/', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['blob:app://winnow/x', false],
])('what may be loaded is of the interface: %s', (url, own) => {
  expect(isOwnAddress(url)).toBe(own)
})
