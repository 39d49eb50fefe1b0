import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { temporaryFolder } from './temporary-folder.ts'

/** Makes one file of a script in `processes/` and all it imports, which any user can run, and returns its path. */
export async function bundle(script: string): Promise<string> {
  const outDir = temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'processes', script),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
    ssr: { noExternal: true },
  })
  chmodSync(outDir, 0o755)
  return join(outDir, 'script.mjs')
}

/** Runs a bundled script to its end and resolves to what it printed. Rejects with its errors unless it exits with 0. */
export function run(script: string, args: readonly string[], uid?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    let output = ''
    let errors = ''
    child.stdout?.on('data', (data) => {
      output += data
    })
    child.stderr?.on('data', (data) => {
      errors += data
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(errors))))
  })
}
