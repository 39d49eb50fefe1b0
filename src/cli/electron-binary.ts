import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({ version: z.string() })

/**
 * The folder of the `electron` package that Winnow in `root` would use; null if it is not installed. The package
 * itself is never loaded: in plain Node that starts a download and throws.
 */
export function electronPackage(root: string): string | null {
  const resolver = createRequire(join(root, 'package.json'))
  try {
    return dirname(resolver.resolve('electron/package.json'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

/** The path of Electron's program, if the package in `folder` has downloaded it whole; null if not. */
export function electronBinary(folder: string): string | null {
  const name = read(join(folder, 'path.txt'))
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (elsewhere) return existing(join(elsewhere, name ?? 'electron'))
  const { version } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  // Written last, or only in part, where a download was broken off.
  if (
    name === null ||
    read(join(folder, 'dist', 'version'))
      ?.trim()
      .replace(/^v/, '') !== version
  )
    return null
  return existing(join(folder, 'dist', name))
}

const existing = (path: string): string | null => (existsSync(path) ? path : null)

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)
