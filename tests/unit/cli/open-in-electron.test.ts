import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { downloadElectron } from '../../../src/cli/download-electron.ts'
import { electronBinary, electronPackage } from '../../../src/cli/electron-binary.ts'
import { openInElectron } from '../../../src/cli/open-in-electron.ts'
import { fakeElectron, finishDownload } from './fake-electron.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'winnow-electron-'))
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true })
})

const failing = 'process.exit(1)'

describe('Electron’s program', () => {
  it('is not there where the package is not', () => {
    expect(electronPackage(root)).toBeNull()
  })

  it('is not there before it has been downloaded', async () => {
    expect(electronBinary(await fakeElectron(root, failing))).toBeNull()
  })

  it('is there once it has', async () => {
    const electron = await fakeElectron(root, failing)
    await finishDownload(electron, 'true')
    expect(electronPackage(root)).toBe(electron)
    expect(electronBinary(electron)).toBe(join(electron, 'dist', 'electron'))
  })

  it('may say its version with a v', async () => {
    const electron = await fakeElectron(root, failing)
    await finishDownload(electron, 'true', 'v45.0.0')
    expect(electronBinary(electron)).toBe(join(electron, 'dist', 'electron'))
  })

  it('of another version does not count', async () => {
    const electron = await fakeElectron(root, failing)
    await finishDownload(electron, 'true', '44.0.0')
    expect(electronBinary(electron)).toBeNull()
  })

  it.each(['path.txt', 'dist/version', 'dist/electron'])('does not count without %s', async (missing) => {
    const electron = await fakeElectron(root, failing)
    await finishDownload(electron, 'true')
    await rm(join(electron, missing))
    expect(electronBinary(electron)).toBeNull()
  })

  it('may be kept elsewhere', async () => {
    const electron = await fakeElectron(root, failing)
    const other = join(root, 'other')
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(other, 'dist'))
    expect(electronBinary(electron)).toBeNull()
    await finishDownload(other, 'true')
    expect(electronBinary(electron)).toBe(join(other, 'dist', 'electron'))
  })
})

describe('its download', () => {
  it('that fails is over', async () => {
    expect(await downloadElectron(await fakeElectron(root, failing), 60_000)).toBe('over')
  })

  it('that takes long goes on without anyone waiting for it', async () => {
    const done = join(root, 'done')
    const slow = `
      const { existsSync, writeFileSync } = require('node:fs')
      const turn = () => existsSync(${JSON.stringify(join(root, 'go'))}) ? writeFileSync(${JSON.stringify(done)}, '') : setTimeout(turn, 10)
      turn()`
    expect(await downloadElectron(await fakeElectron(root, slow), 200)).toBe('going-on')
    await writeFile(join(root, 'go'), '')
    await vi.waitFor(() => access(done), { timeout: 5_000 })
  })
})

describe.skipIf(process.platform !== 'linux')('opening Winnow in Electron', () => {
  it('is not tried without a display', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    expect(await openInElectron(root, [])).toEqual({ ran: false, reason: 'there is no display' })
  })

  it('says where it is not installed', async () => {
    expect(await openInElectron(root, [])).toEqual({ ran: false, reason: 'it is not installed' })
  })

  it('says where it cannot be downloaded', async () => {
    await fakeElectron(root, failing)
    expect(await openInElectron(root, [])).toEqual({ ran: false, reason: 'it could not be downloaded' })
  })

  it('downloads it where it can', async () => {
    const electron = await fakeElectron(
      root,
      `const { mkdirSync, writeFileSync } = require('node:fs')
       mkdirSync(__dirname + '/dist')
       writeFileSync(__dirname + '/dist/version', '45.0.0')
       writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\nexit 0\\n', { mode: 0o755 })
       writeFileSync(__dirname + '/path.txt', 'electron')`,
    )
    expect(await openInElectron(root, [])).toEqual({ ran: true, exitCode: 0 })
    expect(electronBinary(electron)).not.toBeNull()
  })

  it('gives it Winnow and the folders, and not the wish to be plain Node', async () => {
    const told = join(root, 'told')
    const program = `printf '%s\\n' "$@" "node=$ELECTRON_RUN_AS_NODE" > '${told}'`
    await finishDownload(await fakeElectron(root, failing), program)
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')
    const folders = ['/tmp/a b', "/tmp/ngày'#%"]
    expect(await openInElectron(root, folders)).toEqual({ ran: true, exitCode: 0 })
    const lines = (await readFile(told, 'utf8')).trimEnd().split('\n')
    expect(lines.filter((line) => line !== '--no-sandbox')).toEqual([root, ...folders, 'node='])
  })

  it('says where it ends at once without a window', async () => {
    await finishDownload(await fakeElectron(root, failing), 'kill -TRAP $$')
    expect(await openInElectron(root, [])).toEqual({ ran: false, reason: 'it does not start here' })
  })

  it('leaves no listener for signals behind', async () => {
    await finishDownload(await fakeElectron(root, failing), 'exit 0')
    const before = process.listenerCount('SIGINT')
    await openInElectron(root, [])
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
