import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where browsers that know app windows (`--app=URL`) lie, the most common first. */
function candidates(): string[] {
  const { env } = process
  if (process.platform === 'darwin')
    return ['/Applications', join(env.HOME ?? '/', 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ])
  if (process.platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Chromium/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    )
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The path of an installed Chrome, Chromium or Edge; null if there is none. */
export const findBrowser = (): string | null => candidates().find((path) => existsSync(path)) ?? null
