import { resolve } from 'node:path'

/**
 * The folders named on Electron's command line, as absolute paths. Switches, which are Chromium's, are left out
 * up to a `--`. Started from source (`fromSource`), the first argument names the app itself.
 * @param argv the arguments after the executable
 */
export function foldersFromArguments(
  argv: readonly string[],
  { fromSource, cwd }: { readonly fromSource: boolean; readonly cwd: string },
): string[] {
  const end = argv.indexOf('--')
  const before = end < 0 ? argv : argv.slice(0, end)
  const after = end < 0 ? [] : argv.slice(end + 1)
  const plain = [...before.filter((argument) => !argument.startsWith('-')), ...after]
  return plain.slice(fromSource ? 1 : 0).map((folder) => resolve(cwd, folder))
}
