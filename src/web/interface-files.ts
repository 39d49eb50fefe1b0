import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'

/** A file of the interface, ready to be sent. */
export interface InterfaceFile {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/**
 * The files of the built interface in `folder` by the path they are asked for with; `/` is the page itself. They are
 * read once, at the start: no request names a file, so no request can name a wrong one, and a build beside a running
 * Winnow does it no harm.
 * @throws WinnowError `not-here` if the interface has not been built
 */
export async function readInterface(folder: string): Promise<ReadonlyMap<string, InterfaceFile>> {
  const files = new Map<string, InterfaceFile>()
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const type = types[extname(entry.name)]
      if (!entry.isFile() || !type) continue
      const file = join(entry.parentPath, entry.name)
      files.set(`/${relative(folder, file).split(sep).join('/')}`, { type, body: await readBytes(file) })
    }
  } catch (error) {
    throw notBuilt(folder, error)
  }
  const page = files.get('/index.html')
  if (!page) throw notBuilt(folder)
  files.delete('/index.html')
  return files.set('/', page)
}

const readBytes = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(file))

const notBuilt = (folder: string, cause?: unknown): WinnowError =>
  new WinnowError(
    'not-here',
    say`Winnow’s interface is not in ${folder}. Your labels are not touched. Run “npm run build”, then start Winnow again.`,
    { cause },
  )
