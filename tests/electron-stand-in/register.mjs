// Loaded by `node --import`: from here on `electron` is the stand-in, for `import` and for `require`.
import Module, { register } from 'node:module'
import { fileURLToPath } from 'node:url'

const standIn = fileURLToPath(new URL('electron.cjs', import.meta.url))
const resolveFilename = Module._resolveFilename
Module._resolveFilename = (request, ...rest) =>
  request === 'electron' ? standIn : resolveFilename(request, ...rest)
register('./resolve-electron.mjs', import.meta.url)
