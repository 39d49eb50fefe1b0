import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Winnow's own folder. This file is built into `out/main/cli.js`; there as in `src/cli` it lies two folders up. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What hosts need to know of this Winnow. */
export const installation = {
  version: z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
  resources: join(root, 'resources'),
  indexProgram: join(root, 'out', 'main', 'index-worker.js'),
  searchProgram: join(root, 'out', 'main', 'search-worker.js'),
  repetitionProgram: join(root, 'out', 'main', 'repetition-worker.js'),
  suggestionProgram: join(root, 'out', 'main', 'suggestion-worker.js'),
  interfaceFolder: join(root, 'out', 'renderer'),
}
