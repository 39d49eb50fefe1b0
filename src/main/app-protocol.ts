import { readFile, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from '../core/content-security-policy.ts'
import { diskCode } from '../node/disk-error.ts'
import { appHost, appScheme } from './app-origin.ts'
import { contentType } from './content-type.ts'

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * Answers requests to `app://winnow/…` with the files of the built interface in `folder`, and with nothing else:
 * 403 to another host or a path that leads out of the folder, 404 to a file that is not there, 405 to anything but
 * GET and HEAD.
 */
export function appProtocol(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const path = requestedPath(request.url)
    if (path === null) return refusal(403)
    const file = await fileInside(folder, path === '/' ? '/index.html' : path)
    if (file === 'outside') return refusal(403)
    if (file === 'missing') return refusal(404)
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.content), {
      headers: { ...securityHeaders, 'Content-Type': contentType(file.path) },
    })
  }
}

const refusal = (status: number): Response => new Response(null, { status, headers: securityHeaders })

/** The decoded path that `url` asks for, or null if it is not one of ours or is made to mislead. */
function requestedPath(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (protocol !== `${appScheme}:` || host !== appHost) return null
    const path = decodeURIComponent(pathname)
    // A NUL ends a path for the system; a backslash separates and a colon names a drive or stream on Windows.
    return /[\0\\:]/.test(path) || path.split('/').includes('..') ? null : path
  } catch (error) {
    // Both parsers say so where the URL or an escape in it is malformed.
    if (error instanceof TypeError || error instanceof URIError) return null
    throw error
  }
}

/** Reads the file at `path` of `folder`, unless it really lies elsewhere, whatever links lead there. */
async function fileInside(
  folder: string,
  path: string,
): Promise<{ path: string; content: Buffer } | 'outside' | 'missing'> {
  try {
    const root = await realpath(folder)
    const target = await realpath(join(root, path))
    const below = relative(root, target)
    if (below === '..' || below.startsWith(`..${sep}`)) return 'outside'
    return { path: target, content: await readFile(target) }
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(diskCode(error) ?? '')
