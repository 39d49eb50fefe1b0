// Sees to a Chromium for the tests, so that `npm test` needs nothing that a person has to install by hand.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from './find-chromium.mjs'

const minutes = 60_000

const run = (command, ...args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 5 * minutes,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

function installWithPlaywright() {
  console.log('No Chromium on this machine: asking Playwright to download one.')
  const playwright = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'))
  return run(process.execPath, join(playwright, 'cli.js'), 'install', 'chromium')
}

function installWithApt() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false
  console.log('Playwright has none that starts here: installing the system’s own with apt-get.')
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', 'chromium')
}

let found = findChromium()
for (const install of [installWithPlaywright, installWithApt]) if (!found && install()) found = findChromium()

if (found && existsSync(found.path)) {
  console.log(`Tests run in ${found.path} (${found.from}).`)
} else {
  console.error(
    found
      ? `WINNOW_CHROMIUM names ${found.path}, which is not there. Correct it, or unset it.`
      : 'No Chromium could be found or installed. Install Chromium or Chrome, or name one with WINNOW_CHROMIUM, and run this again.',
  )
  process.exitCode = 1
}
