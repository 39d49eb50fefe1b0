import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the package's own installer leaves behind when it has done its work; `program` is a shell script. */
export async function finishDownload(electron: string, program: string, version = '45.0.0'): Promise<void> {
  await mkdir(join(electron, 'dist'), { recursive: true })
  await writeFile(join(electron, 'dist', 'version'), version)
  await writeFile(join(electron, 'dist', 'electron'), `#!/bin/sh\n${program}\n`)
  await chmod(join(electron, 'dist', 'electron'), 0o755)
  await writeFile(join(electron, 'path.txt'), 'electron')
}

/**
 * Makes the folder `root` one of a Winnow that has the `electron` package, as npm leaves it: without its program. Its
 * installer runs `install`. Returns the package's folder.
 */
export async function fakeElectron(root: string, install: string): Promise<string> {
  const electron = join(root, 'node_modules', 'electron')
  await mkdir(electron, { recursive: true })
  await writeFile(join(root, 'package.json'), '{"name":"winnow"}')
  await writeFile(join(electron, 'package.json'), '{"name":"electron","version":"45.0.0","main":"index.js"}')
  await writeFile(join(electron, 'index.js'), 'throw new Error("nobody may load this in plain Node")')
  await writeFile(join(electron, 'install.js'), install)
  return electron
}
