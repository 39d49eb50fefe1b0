import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

/** Builds a thread's program of `src/node` for the tests of a file, as a thread runs no TypeScript. Returns its path. */
export function builtWorker(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-worker-'))
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: join(import.meta.dirname, '../../../src/node', source),
        outDir: folder,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
      },
      ssr: { noExternal: true },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'worker.mjs')
}
