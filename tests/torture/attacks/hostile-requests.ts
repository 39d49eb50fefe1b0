import { callNames } from '../../../src/core/call-names.ts'
import type { AttackedHost } from './attacked-host.ts'

/** Bytes that somebody sends, by what they try. */
export interface HostileRequest {
  readonly what: string
  readonly bytes: string
}

type Target = Pick<AttackedHost, 'port' | 'origin' | 'cookie' | 'token'>

interface Sent {
  readonly method?: string
  readonly target: string
  /** Lines of the head; each header that is not named is as Winnow's own page sends it, and '' leaves it out. */
  readonly headers?: Readonly<Record<string, string>>
  /** More lines, as they are. */
  readonly lines?: readonly string[]
  readonly body?: string
}

/** A request as Winnow's own page makes it, but for what is given. */
export function requestTo(
  host: Target,
  { method = 'GET', target, headers = {}, lines = [], body }: Sent,
): string {
  const own = {
    Host: `127.0.0.1:${host.port}`,
    Cookie: host.cookie,
    ...(method === 'GET' ? {} : { Origin: host.origin, 'Content-Type': 'application/json' }),
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    Connection: 'close',
    ...headers,
  }
  const said = Object.entries(own).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
  return [`${method} ${target} HTTP/1.1`, ...said, ...lines, '', body ?? ''].join('\r\n')
}

/** What would let an intruder in, if it were answered. */
const doors = (host: Target): Sent[] => [
  { target: '/' },
  { target: '/api/events' },
  { target: '/icon.svg' },
  { method: 'POST', target: '/api/home', body: '{}' },
  { method: 'POST', target: '/api/setAnnotator', body: '{"name":"intruder"}' },
  { target: `/exports/${host.token}` },
]

const through = (host: Target, what: string, change: Partial<Sent>): HostileRequest[] =>
  doors(host).map((door) => ({
    what: `${what}: ${door.target}`,
    bytes: requestTo(host, { ...door, ...change, headers: { ...door.headers, ...change.headers } }),
  }))

/** Requests of somebody who has not the token, wherever he says what he has for one. */
export function withoutToken(host: Target): HostileRequest[] {
  const name = `winnow-${host.port}`
  const wrong = `${host.token.slice(0, -1)}${host.token.endsWith('A') ? 'B' : 'A'}`
  const cookies = ['', 'x=y', `${name}=`, `${name}=${wrong}`, `winnow-1=${host.token}`, `${name}=__proto__`]
  const elsewhere = [
    { Referer: `http://127.0.0.1:${host.port}/?token=${host.token}` },
    { Authorization: `Bearer ${host.token}` },
    { 'X-Token': host.token, 'X-Forwarded-For': '127.0.0.1' },
    { Cookie: `other=1; "${name}"=${host.token}` },
    { Cookie: `${name.toUpperCase()}=${host.token}` },
  ]
  return [
    ...cookies.flatMap((cookie) => through(host, `cookie “${cookie}”`, { headers: { Cookie: cookie } })),
    ...elsewhere.flatMap((headers) =>
      through(host, JSON.stringify(headers), { headers: { Cookie: '', ...headers } }),
    ),
    ...['/api/events', '/icon.svg', '/exports/x', '/index.html', '//'].map((path) => ({
      what: `the token in the address of ${path}`,
      bytes: requestTo(host, { target: `${path}?token=${host.token}`, headers: { Cookie: '' } }),
    })),
    ...[`?token=${wrong}`, '?token=', `?token[]=${host.token}`, `?token=${wrong}&token=${host.token}`].map(
      (query) => ({ what: query, bytes: requestTo(host, { target: `/${query}`, headers: { Cookie: '' } }) }),
    ),
    {
      what: 'a form with the token',
      bytes: requestTo(host, {
        method: 'POST',
        target: '/',
        body: `token=${host.token}`,
        headers: { Cookie: '' },
      }),
    },
  ]
}

/** Requests of a page elsewhere, in the browser that has the cookie. */
export function fromOtherPages(host: Target): HostileRequest[] {
  const own = `127.0.0.1:${host.port}`
  const rebound = ['evil.example', `evil.example:${host.port}`, `${own}.evil.example`, `${own}@evil.example`]
  const names = [
    ...rebound,
    `localhost.:${host.port}`,
    `[::1]:${host.port}`,
    `0.0.0.0:${host.port}`,
    '127.0.0.1',
  ]
  const origins = [
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    `https://${own}`,
    `http://${own}.evil.example`,
  ]
  const sites = ['cross-site', 'same-site', 'none', 'cross-site, same-origin']
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', '']
  const calls = doors(host).filter(({ method }) => method === 'POST')
  return [
    ...names.flatMap((name) =>
      through(host, `Host ${name}`, { headers: { Host: name, Origin: `http://${name}` } }),
    ),
    ...rebound.flatMap((name) => [
      ...through(host, `Host ${name} after ours`, { lines: [`Host: ${name}`] }),
      ...through(host, `Host ${name} before ours`, { headers: { Host: name }, lines: [`Host: ${own}`] }),
    ]),
    ...doors(host).map((door) => ({
      what: `an address in place of the path: ${door.target}`,
      bytes: requestTo(host, { ...door, target: `http://evil.example${door.target}` }),
    })),
    ...origins.flatMap((origin) => through(host, `Origin ${origin}`, { headers: { Origin: origin } })),
    ...calls.flatMap((call) => [
      { what: `no Origin: ${call.target}`, bytes: requestTo(host, { ...call, headers: { Origin: '' } }) },
      ...sites.map((site) => ({
        what: `Sec-Fetch-Site ${site}: ${call.target}`,
        bytes: requestTo(host, { ...call, headers: { 'Sec-Fetch-Site': site } }),
      })),
      ...forms.flatMap((type) =>
        [host.origin, 'http://evil.example', ''].map((origin) => ({
          what: `a form of type “${type}” from “${origin}”: ${call.target}`,
          bytes: requestTo(host, { ...call, headers: { 'Content-Type': type, Origin: origin } }),
        })),
      ),
      {
        what: `a preflight: ${call.target}`,
        bytes: requestTo(host, {
          method: 'OPTIONS',
          target: call.target,
          headers: {
            Origin: 'http://evil.example',
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type',
            'Access-Control-Request-Private-Network': 'true',
          },
        }),
      },
    ]),
    ...['cross-site', 'same-site'].flatMap((site) =>
      doors(host)
        // The page itself is opened from anywhere: the link is in a terminal, a mail, a bookmark. It shows itself alone.
        .filter(({ target }) => target !== '/')
        .map((door) => ({
          what: `${door.target} from ${site}`,
          bytes: requestTo(host, { ...door, headers: { 'Sec-Fetch-Site': site } }),
        })),
    ),
    {
      what: 'a web socket',
      bytes: requestTo(host, {
        target: '/api/events',
        headers: {
          Origin: 'http://evil.example',
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version': '13',
        },
        lines: ['Connection: close'],
      }),
    },
    ...['HEAD', 'PUT', 'DELETE', 'TRACE', 'PROPFIND'].flatMap((method) => through(host, method, { method })),
  ]
}

/** Requests that two readers would take for two things. What is hidden in each has everything that a call needs. */
export function smuggled(host: Target): HostileRequest[] {
  const hidden = requestTo(host, { method: 'POST', target: '/api/setAnnotator', body: '{"name":"intruder"}' })
  const chunked = `2\r\n{}\r\n0\r\n\r\n${hidden}`
  const framings: [string, string[], string][] = [
    ['length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked'], chunked],
    ['chunks and length', ['Transfer-Encoding: chunked', 'Content-Length: 2'], chunked],
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3'], `{}${hidden}`],
    ['two lengths in one', ['Content-Length: 2, 3'], `{}${hidden}`],
    ['a length with a sign', ['Content-Length: +2'], `{}${hidden}`],
    ['a length in another base', ['Content-Length: 0x2'], `{}${hidden}`],
    ['a length below nothing', ['Content-Length: -1'], `{}${hidden}`],
    ['a length beyond numbers', [`Content-Length: ${'9'.repeat(40)}`], `{}${hidden}`],
    ['chunks that are no chunks', ['Transfer-Encoding: xchunked'], chunked],
    ['chunks, then something else', ['Transfer-Encoding: chunked, identity'], chunked],
    ['chunks twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked, x'], chunked],
    ['a space before the colon', ['Transfer-Encoding : chunked'], chunked],
    ['a tab in the name', ['Transfer\t-Encoding: chunked'], chunked],
    ['a folded header', ['X-Folded: a', ' Transfer-Encoding: chunked'], chunked],
    ['a line end within a header', ['X-Bare: a\nTransfer-Encoding: chunked'], chunked],
    ['a carriage return within a header', ['X-Bare: a\rTransfer-Encoding: chunked'], chunked],
    ['a NUL within a header', ['X-Nul: a\0b', 'Content-Length: 2'], `{}${hidden}`],
    ['a chunk of no size', ['Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['a chunk of a size below nothing', ['Transfer-Encoding: chunked'], `-2\r\n{}\r\n0\r\n\r\n${hidden}`],
    [
      'a chunk beyond numbers',
      ['Transfer-Encoding: chunked'],
      `fffffffffffffffff2\r\n{}\r\n0\r\n\r\n${hidden}`,
    ],
    ['a chunk longer than its size', ['Transfer-Encoding: chunked'], `1\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['chunks with bare line ends', ['Transfer-Encoding: chunked'], `2\n{}\n0\n\n${hidden}`],
  ]
  // The way that a call of another page would have to take: the hidden one alone has what it needs.
  const carriers: [string, Record<string, string>][] = [
    ['with the token', {}],
    ['without the token', { Cookie: '' }],
  ]
  return [
    ...carriers.flatMap(([whose, headers]) =>
      framings.map(([what, lines, body]) => ({
        what: `${what}, ${whose}`,
        bytes: requestTo(host, {
          method: 'POST',
          target: '/api/nothing',
          headers: { ...headers, Connection: 'keep-alive' },
          lines,
        }).concat(body),
      })),
    ),
    { what: 'lines that end as on Unix', bytes: hidden.replaceAll('\r\n', '\n') },
    { what: 'no line of a request', bytes: `\r\n\r\n\0${hidden}` },
    { what: 'HTTP of another version', bytes: hidden.replace('HTTP/1.1', 'HTTP/9.9') },
    { what: 'HTTP/2', bytes: `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${hidden}` },
    { what: 'TLS', bytes: `\u0016\u0003\u0001\u0002\0\u0001\0${hidden}` },
    {
      what: 'a way through to elsewhere',
      bytes: requestTo(host, { method: 'CONNECT', target: 'evil.example:80' }),
    },
    {
      what: 'a head without end',
      bytes: requestTo(host, { target: '/', headers: { X: 'x'.repeat(100_000) } }),
    },
  ]
}

const paths = [
  '/../../secret.txt',
  '/assets/../../../secret.txt',
  '/%2e%2e/%2e%2e/secret.txt',
  '/..%2f..%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..%c0%af..%c0%afsecret.txt',
  '/..%5c..%5csecret.txt',
  '/..\\..\\secret.txt',
  '/....//....//secret.txt',
  '/assets/..;/secret.txt',
  '/index.html%00.js',
  '/\0',
  '/etc/passwd',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/file:///etc/passwd',
  '/C:/Windows/win.ini',
  '/C:%5cWindows%5cwin.ini',
  '/%5c%5cevil.example%5cshare',
  '/CON',
  '/NUL.txt',
  '/aux',
  '/COM1.js',
  '/assets::$DATA',
  '/__proto__',
  '/constructor',
  '/exports/..%2f..%2fsecret.txt',
  '/exports/__proto__',
  '/exports/',
  '/api',
  '/api/',
  '/api/home/../../secret.txt',
  '*',
  'secret.txt',
]

/** Paths to what is not there to be had, asked for with the token. */
export const badPaths = (host: Target): HostileRequest[] =>
  paths.flatMap((target) =>
    ['GET', 'POST'].map((method) => ({
      what: `${method} ${JSON.stringify(target)}`,
      bytes: requestTo(host, { method, target, ...(method === 'POST' ? { body: '{}' } : {}) }),
    })),
  )

const names = [
  '../../secret.txt',
  '/etc/passwd',
  '..\\..\\secret.txt',
  'page.txt/../../../secret.txt',
  'page.txt\0',
  'C:\\Windows\\win.ini',
  'CON',
  'nul.txt',
  '__proto__',
  'constructor',
  'toString',
  'file:///etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(8192),
]

/** Calls with the token, for what is not the annotator's to name: documents, folders, calls, keys. */
export function badCalls(host: Target & Pick<AttackedHost, 'corpus'>): HostileRequest[] {
  const post = (what: string, name: string, body: string): HostileRequest => ({
    what: `${what}: ${name}`,
    bytes: requestTo(host, { method: 'POST', target: `/api/${encodeURIComponent(name)}`, body }),
  })
  const { corpus } = host
  const deep = 30_000
  return [
    ...[
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'then',
      '',
      '../home',
      'home\0',
      'HOME',
    ].map((name) => post('a call that is none', name, '{}')),
    ...names.flatMap((name) => [
      post(`a folder ${name.slice(0, 40)}`, 'openCorpus', JSON.stringify({ folder: name })),
      post(
        `a corpus ${name.slice(0, 40)}`,
        'openDocument',
        JSON.stringify({ corpus: name, document: 'page.txt' }),
      ),
      ...['openDocument', 'describeDocument', 'readSource'].map((call) =>
        post(`a document ${name.slice(0, 40)}`, call, JSON.stringify({ corpus, document: name })),
      ),
      post(
        `a target ${name.slice(0, 40)}`,
        'exportCorpus',
        JSON.stringify({ corpus, target: name, format: 'jsonl', job: 'x' }),
      ),
      post(
        `a file ${name.slice(0, 40)}`,
        'importPreview',
        JSON.stringify({ corpus, source: name, job: 'x' }),
      ),
      ...(/^[\p{L}\p{N}_-]+(\.txt)?$/u.test(name)
        ? []
        : [post(`an annotator ${name}`, 'setAnnotator', JSON.stringify({ name }))]),
    ]),
    // Each call with keys that are those of all objects, and nothing that it needs.
    ...callNames
      .filter((name) => !['home', 'chooseFolder'].includes(name))
      .map((name) =>
        post(
          'hostile keys',
          name,
          '{"__proto__":{"corpus":"x","name":"intruder"},"constructor":{"prototype":{"name":"intruder"}}}',
        ),
      ),
    post(
      'deep edits',
      'applyEdits',
      `{"corpus":"${corpus}","document":"page.txt","client":"x","edits":${'['.repeat(deep)}${']'.repeat(deep)}}`,
    ),
    ...['openDocument', 'applyEdits', 'setAnnotator'].flatMap((name) => [
      post('brackets', name, '['.repeat(deep)),
      post('closed brackets', name, '['.repeat(deep) + ']'.repeat(deep)),
      post('deep objects', name, `${'{"edits":'.repeat(deep)}1${'}'.repeat(deep)}`),
      post('no JSON', name, '\ufeff{}'),
      post('a number', name, '1e999'),
      post('a text', name, JSON.stringify('x'.repeat(100_000))),
    ]),
  ]
}
