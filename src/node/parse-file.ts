import { z } from 'zod'
import { say } from '../core/sentences/say.ts'
import { bracketFault } from './bracket-fault.ts'
import { diskReason } from './disk-error.ts'
import { DamagedFile, type FileKind } from './file-kind.ts'

/** What a file holds, as one of the version that this Winnow knows. */
export interface ParsedFile<T> {
  /** Null where it is of a newer version in which not even what this one knows can be read. */
  readonly data: T | null
  /** The version that the file says it has. */
  readonly version: number
  /** The sentence that says that it is of a newer version, if it is. */
  readonly newer: string | null
}

const headSchema = z.looseObject({ format: z.string(), version: z.int().positive() })

/** Reads the bytes of the file at `path`, and migrates what is older. @throws DamagedFile */
export function parseFile<T>(kind: FileKind<T>, path: string, bytes: Uint8Array): ParsedFile<T> {
  const { noun, schema, version } = kind
  const damaged = (reason: string) => new DamagedFile(kind.codes.damaged, noun, path, reason)
  const json = parseJson(bytes, damaged)
  const head = headSchema.safeParse(json)
  if (!head.success) return { data: fitting(schema, json, damaged), version, newer: null }
  const claimed = head.data.version
  if (head.data.format !== kind.format)
    throw damaged(say`its format is “${shortened(head.data.format)}” and not “${kind.format}”`)
  if (claimed > version) {
    const known = schema.safeParse({ ...head.data, version })
    const newer = say`The ${noun} ${path} was written by a newer Winnow (version ${claimed} of the file, this one knows ${version}). It is untouched.`
    return { data: known.success ? known.data : null, version: claimed, newer }
  }
  return {
    data: fitting(schema, migrated(kind, json, claimed, damaged), damaged),
    version: claimed,
    newer: null,
  }
}

type Damaged = (reason: string) => DamagedFile

function parseJson(bytes: Uint8Array, damaged: Damaged): unknown {
  const fault = bracketFault(bytes)
  if (fault) throw damaged(fault)
  let text: string
  try {
    // Without a byte order mark, which editors put there.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged(say`it is not UTF-8`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw damaged(say`it is not JSON (${diskReason(error)})`)
  }
}

function migrated<T>(kind: FileKind<T>, json: unknown, from: number, damaged: Damaged): unknown {
  let content = json
  for (let version = from; version < kind.version; version++) {
    const migrate = kind.migrations?.get(version)
    if (!migrate) throw damaged(say`its version is ${from}, which no Winnow has written`)
    try {
      content = migrate(content)
    } catch (error) {
      if (error instanceof z.ZodError) throw damaged(faultOf(error))
      throw error
    }
  }
  return content
}

function fitting<T>(schema: z.ZodType<T>, content: unknown, damaged: Damaged): T {
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  throw damaged(faultOf(parsed.error))
}

function faultOf({ issues: [issue] }: z.ZodError): string {
  const fault = issue?.message ?? say`it does not fit`
  return issue && issue.path.length > 0 ? say`${fault} at ${shortened(issue.path.join('.'))}` : fault
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
