import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../../src/cli/find-browser.ts'
import { openWindow } from '../../../src/cli/open-window.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-browser-'))
  vi.stubEnv('PATH', `${folder}:/bin`)
  vi.stubEnv('DISPLAY', ':99')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

async function install(name: string, program: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${program}\n`)
  await chmod(path, 0o755)
  return path
}

describe.skipIf(process.platform !== 'linux')('the window in a browser', () => {
  it('is one of Chrome where there are several', async () => {
    await install('microsoft-edge', 'true')
    await install('chromium', 'true')
    const chrome = await install('google-chrome', 'true')
    expect(findBrowser()).toBe(chrome)
  })

  it('looks like a program’s own', async () => {
    const told = join(folder, 'told')
    await install('google-chrome', `printf '%s\\n' "$@" > '${told}.part' && mv '${told}.part' '${told}'`)
    expect(await openWindow('http://127.0.0.1:1/?token=t')).toBeNull()
    const args = await vi.waitFor(() => readFile(told, 'utf8'), { timeout: 5_000 })
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    expect(args.trimEnd().split('\n')).toEqual(['--app=http://127.0.0.1:1/?token=t', ...sandbox])
  })

  it('is not tried without a display', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    await install('google-chrome', 'true')
    expect(await openWindow('http://127.0.0.1:1/')).toBe('there is no display')
  })
})
