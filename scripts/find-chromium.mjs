import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const { env, platform } = process

const elsewhere = {
  darwin: ['/Applications', join(env.HOME ?? '/', 'Applications')].flatMap((folder) => [
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
  ]),
  win32: [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/**
 * The Chromium that the tests run in: the one that WINNOW_CHROMIUM names, else one of the system, else one that
 * Playwright has downloaded.
 * @returns {{ path: string, from: string } | null} its path and, for people, where it is from; null if there is none
 */
export function findChromium() {
  if (env.WINNOW_CHROMIUM) return { path: env.WINNOW_CHROMIUM, from: 'WINNOW_CHROMIUM' }
  for (const path of [...inPath(), ...(elsewhere[platform] ?? [])])
    if (starts(path)) return { path, from: 'installed on this machine' }
  // Loaded late, since it takes a second and is seldom needed.
  const downloaded = createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  return starts(downloaded) ? { path: downloaded, from: 'downloaded by Playwright' } : null
}

function inPath() {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Some systems have a `chromium` that only tells how to install one, or one whose libraries are missing. */
function starts(path) {
  if (!existsSync(path)) return false
  // Elsewhere `--version` opens a window.
  if (platform !== 'linux') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
