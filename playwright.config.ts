import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/find-chromium.mjs'
import type { HostOptions } from './tests/e2e/app/fixtures.ts'
import { inWindow } from './tests/e2e/app/in-window.ts'
import { realElectron } from './tests/e2e/app/launch-electron.ts'

const chromium = findChromium()
const asRoot = process.platform === 'linux' && process.getuid?.() === 0
const electronMissing = 'missing' in realElectron()

/**
 * Specs of what happens in the window alone, and so the same over any host: run in the browser and in real Electron. The
 * stand-in, whose window is that same browser, runs those that a host has a part in.
 */
const windowOnly = [
  'accessibility',
  'backups',
  'change-keys',
  'changed-dumps',
  'corpus-facts',
  'document-list',
  'document-states',
  'find-in-document',
  'guidelines',
  'label-set',
  'palette',
  'panes',
  'practice',
  'reading',
  'repeated-lines',
  'repeats',
  'review',
  'search-corpus',
  'segments',
  'settings',
  'small-windows',
  'suggestions',
  'two-versions',
  'work-lists',
].map((name) => `shared/${name}.spec.ts`)

/** The same specs and page objects over each host; the project names the host. */
export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // A shared machine can stall for seconds. What passes only at the second try is reported as flaky, by name.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['list']],
  use: {
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(chromium ? { executablePath: chromium.path } : {}),
      // Chromium's own sandbox does not start for root on Linux.
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'web', testMatch: ['shared/**/*.spec.ts', 'web/**/*.spec.ts'], use: { host: 'web' } },
    {
      name: 'electron-stand-in',
      testMatch: ['shared/**/*.spec.ts', 'electron/**/*.spec.ts'],
      testIgnore: windowOnly,
      grepInvert: new RegExp(inWindow.tag),
      use: { host: 'electron-stand-in' },
    },
    {
      name: 'electron',
      testMatch: electronMissing
        ? ['electron-missing.spec.ts']
        : ['shared/**/*.spec.ts', 'electron/**/*.spec.ts'],
      use: { host: 'electron' },
    },
  ],
})
