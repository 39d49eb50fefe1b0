import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isAllowed, shippedPackages } from '../../scripts/licences.mjs'

const root = join(import.meta.dirname, '..', '..')
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
})
const { packages } = lockSchema.parse(read('package-lock.json'))
const dependencies = Object.entries(packages).filter(([place]) => place !== '')

it('no dependency runs anything when it is installed, and each is known by its hash', () => {
  expect(dependencies.length).toBeGreaterThan(50)
  expect(dependencies.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place)).toEqual(
    [],
  )
  expect(dependencies.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
})

it('all that is shipped may be: see “npm run licences”', () => {
  const shipped = shippedPackages()
  // One that is installed with Winnow, one that the build puts into the interface, one that another one needs.
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['hono', 'react', 'scheduler', '@fontsource/noto-sans-mono']))
  expect(names).not.toContain('vite')
  expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([])
  for (const licence of ['GPL-3.0', 'MIT AND GPL-3.0', 'none named', 'SEE LICENSE IN x'])
    expect(isAllowed(licence)).toBe(false)
  expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true)
})

const packagingSchema = z.object({
  files: z.array(z.string()),
  extraResources: z.array(z.object({ from: z.string(), to: z.string() })),
  asar: z.literal(true),
  npmRebuild: z.literal(false),
  publish: z.null(),
  electronFuses: z.record(z.string(), z.boolean()),
})

it('what is packaged is held together by Electron’s fuses, and holds what Winnow needs', () => {
  const { electronFuses, files, extraResources } = packagingSchema.parse(read('electron-builder.json'))
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(z.object({ main: z.string() }).parse(read('package.json')).main).toMatch(/^out\//)
  expect(files).toContain('out/**')
  // The service looks for the sample in `sample` of the resources.
  expect(extraResources.map(({ to }) => to)).toEqual(['sample'])
  for (const { from } of extraResources) expect(statSync(join(root, from)).isDirectory()).toBe(true)
})

it('nothing in Electron’s host needs what the fuses forbid', () => {
  const sources = ['main', 'node', 'core', 'preload'].flatMap((layer) =>
    readdirSync(join(root, 'src', layer), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  // Programs are started by the command line alone: threads need no second Node, and no other program.
  const starting = sources.filter((path) =>
    /child_process|ELECTRON_RUN_AS_NODE/.test(readFileSync(path, 'utf8')),
  )
  expect(starting).toEqual([])
})
