import fc from 'fast-check'

/** A way in which a file was damaged, and what it holds then. */
export interface Damage {
  readonly what: string
  readonly bytes: Buffer
}

/** Stands for raw JSON in what is made by `JSON.stringify`. */
const raw = (json: string): string => `@raw:${json}@`
const withRaw = (json: string): string =>
  json.replace(/"@raw:(.*?)@"/g, (_, inner: string) => JSON.parse(`"${inner}"`))

/** What may stand where something else should. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  2 ** 53,
  '',
  'x',
  '__proto__',
  'constructor',
  'x'.repeat(70_000),
  '\ud83d',
  [],
  {},
  [[]],
  [null],
  raw('1e999'),
  raw('-1e999'),
  raw('-0'),
  raw('NaN'),
  raw('{"__proto__":{"polluted":true}}'),
  raw('{"constructor":{"prototype":{"polluted":true}}}'),
  raw(`${'['.repeat(5000)}${']'.repeat(5000)}`),
]

const hostileEntries = [
  '"__proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"toString":1,"hasOwnProperty":null',
]

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  return [path, ...[...keys].flatMap((key) => pathsIn(Object(value)[key], [...path, key]))]
}

/** `value` with what is at `path` replaced by what `change` makes of it. */
function changed(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const inner = changed(Object(value)[key], rest, change)
  return Array.isArray(value)
    ? value.map((item, at) => (at === key ? inner : item))
    : { ...Object(value), [key]: inner }
}

const text = (value: unknown): Buffer => Buffer.from(withRaw(JSON.stringify(value, null, 1)))

/** Damage to any file, whatever it holds: what disks, programs and people do to bytes. */
export function damagedBytes(good: Buffer, others: readonly Buffer[]): fc.Arbitrary<Damage> {
  const at = fc.nat({ max: Math.max(0, good.length - 1) })
  const range = fc.tuple(at, at).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
  return fc.oneof(
    at.map((end) => ({ what: `cut off at byte ${end}`, bytes: good.subarray(0, end) })),
    range.map(([start, end]) => ({
      what: `zeros from byte ${start} to ${end}`,
      bytes: Buffer.concat([good.subarray(0, start), Buffer.alloc(end - start), good.subarray(end)]),
    })),
    fc.tuple(at, at).map(([a, b]) => {
      const bytes = Buffer.from(good)
      bytes.writeUInt8(good.readUInt8(b), a)
      bytes.writeUInt8(good.readUInt8(a), b)
      return { what: `bytes ${a} and ${b} swapped`, bytes }
    }),
    fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(([start, noise]) => ({
      what: `noise at byte ${start}`,
      bytes: Buffer.concat([good.subarray(0, start), noise, good.subarray(start + noise.length)]),
    })),
    fc.constantFrom(...others).map((bytes) => ({ what: 'the content of another file', bytes })),
    fc.constantFrom(
      { what: 'nothing', bytes: Buffer.alloc(0) },
      { what: 'zeros alone', bytes: Buffer.alloc(good.length) },
      { what: 'itself twice', bytes: Buffer.concat([good, good]) },
      { what: 'UTF-16', bytes: Buffer.from(`\ufeff${good.toString()}`, 'utf16le') },
      { what: 'a byte order mark', bytes: Buffer.concat([Buffer.from('\ufeff'), good]) },
      { what: 'a million brackets', bytes: Buffer.alloc(1_000_000, '[') },
      { what: 'two million brackets', bytes: Buffer.alloc(2_000_000, '{"a":') },
    ),
  )
}

/** Damage to JSON that leaves it JSON, more or less: wrong types, hostile keys and numbers, what is there twice or not. */
function damagedJson(good: unknown): fc.Arbitrary<Damage> {
  const paths = pathsIn(good)
  const objects = paths.filter((path) => isObject(valueAt(good, path)))
  const arrays = paths.filter((path) => Array.isArray(valueAt(good, path)))
  const anywhere = fc.constantFrom(...paths)
  return fc.oneof(
    fc.tuple(anywhere, fc.constantFrom(...hostileValues)).map(([path, value]) => ({
      what: `${JSON.stringify(value)?.slice(0, 60)} at ${path.join('.')}`,
      bytes: text(changed(good, path, () => value)),
    })),
    fc.tuple(fc.constantFrom(...objects), fc.constantFrom(...hostileEntries)).map(([path, entry]) => ({
      what: `${entry} at ${path.join('.')}`,
      bytes: Buffer.from(
        text(changed(good, path, (value) => ({ hostile: 0, ...Object(value) })))
          .toString()
          .replace('"hostile": 0', entry),
      ),
    })),
    fc
      .constantFrom(...objects.filter((path) => Object.keys(Object(valueAt(good, path))).length > 0))
      .chain((path) =>
        fc.constantFrom(...Object.keys(Object(valueAt(good, path)))).map((key) => ({
          what: `no ${[...path, key].join('.')}`,
          bytes: text(
            changed(good, path, (value) => {
              const { [key]: _, ...rest } = Object(value)
              return rest
            }),
          ),
        })),
      ),
    ...(arrays.length === 0
      ? []
      : [
          fc.constantFrom(...arrays).map((path) => ({
            what: `${path.join('.')} twice`,
            bytes: text(changed(good, path, (value) => [...arrayOf(value), ...arrayOf(value)])),
          })),
          fc.constantFrom(...arrays).map((path) => ({
            what: `${path.join('.')} the other way round`,
            bytes: text(changed(good, path, (value) => [...arrayOf(value)].reverse())),
          })),
        ]),
  )
}

/** Damage to the offsets of segments: beyond the text, within a character, over each other. */
function damagedOffsets(good: object): fc.Arbitrary<Damage> {
  const segments = arrayOf('segments' in good ? good.segments : null)
  return fc
    .record({
      at: fc.nat({ max: segments.length - 1 }),
      key: fc.constantFrom('start', 'end'),
      value: fc.oneof(fc.nat({ max: 100 }), fc.constantFrom(-1, 1e9, 2 ** 31, 2 ** 53 - 1)),
      units: fc.constantFrom('codepoint', 'utf16', 'byte'),
    })
    .map(({ at, key, value, units }) => ({
      what: `${key} ${value} of segment ${at}, in ${units}`,
      bytes: text({
        ...good,
        offsets: units,
        segments: segments.map((segment, n) => (n === at ? { ...Object(segment), [key]: value } : segment)),
      }),
    }))
}

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner: unknown, key) => Object(inner)[key], value)

/** `count` ways to damage `good`, the same for the same seed. `others` are what other files hold. */
export function damagesOf(good: Buffer, others: readonly Buffer[], count: number, seed: number): Damage[] {
  const anyBytes = damagedBytes(good, others)
  const json = jsonIn(good)
  const some =
    json === null
      ? anyBytes
      : 'segments' in json
        ? fc.oneof(anyBytes, damagedJson(json), damagedOffsets(json))
        : fc.oneof(anyBytes, damagedJson(json))
  return fc.sample(some, { numRuns: count, seed })
}

function jsonIn(bytes: Buffer): object | null {
  try {
    const json: unknown = JSON.parse(bytes.toString())
    return typeof json === 'object' ? json : null
  } catch {
    return null
  }
}
