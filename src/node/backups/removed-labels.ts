import { createReadStream } from 'node:fs'
import { type FileHandle, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { annotatorNameSchema } from '../../core/annotator-name.ts'
import { linesOf } from '../../core/datasets/lines-of.ts'
import { markSchema } from '../../core/edit.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { makeFile } from '../access.ts'
import { diskCode, diskReason, isAbsent, notSaved } from '../disk-error.ts'

const lineSchema = z.object({
  annotator: annotatorNameSchema,
  /** Below the annotator's folder, with `/`, and never out of it. */
  file: z.string().refine((file) => !/(^|\/)\.{0,2}($|\/)|[\\\0]/.test(file)),
  /** Which runs had which label before, and have since; offsets as in the labels file. */
  runs: z.array(
    z.object({
      start: z.int().nonnegative(),
      end: z.int().positive(),
      before: markSchema,
      after: z.string().nullable(),
    }),
  ),
})

/** Which segments of a labels file lost a label that was removed from the label set. */
export type RemovedLabels = z.infer<typeof lineSchema>

const pathIn = (folder: string): string => join(folder, 'runs.jsonl')

/** Writes into an entry of the trash which segments lose a removed label, before they do. */
export class RemovedLabelsWriter {
  readonly #path: string
  #file: FileHandle | null = null

  /** @param folder that of the entry */
  constructor(folder: string) {
    this.#path = pathIn(folder)
  }

  /** Resolves once it is durable. @throws WinnowError */
  async add(line: RemovedLabels): Promise<void> {
    try {
      this.#file ??= await makeFile(this.#path)
      await this.#file.appendFile(`${JSON.stringify(line)}\n`)
      await this.#file.sync()
    } catch (error) {
      throw notSaved(this.#path, error)
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = null
  }
}

/** What was written of removed labels in the folder of an entry; nothing where they had no segments. @throws WinnowError */
export async function* removedLabels(folder: string): AsyncGenerator<RemovedLabels> {
  const path = pathIn(folder)
  const input = createReadStream(path, 'utf8')
  let unread: string | null = null
  try {
    for await (const { text } of linesOf(input)) {
      if (unread !== null) yield lineSchema.parse(JSON.parse(unread))
      unread = text
    }
    // The last line may be one that a power cut ended; its segments then kept their label.
    if (unread !== null) {
      const last = whole(unread)
      if (last) yield last
    }
  } catch (error) {
    if (isAbsent(error)) return
    throw new WinnowError(
      'labels-unreadable',
      say`${path}, which says which segments had the label, cannot be read: ${diskCode(error) === null ? say`it is damaged` : diskReason(error)}. What it says before that is put back.`,
      { cause: error },
    )
  } finally {
    input.destroy()
  }
}

function whole(line: string): RemovedLabels | null {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Of how many documents there are such lines in the folder of an entry, and how many bytes. @throws WinnowError */
export async function countRemoved(folder: string): Promise<{ documents: number; bytes: number }> {
  const files = new Set<string>()
  for await (const { annotator, file } of removedLabels(folder)) files.add(`${annotator}/${file}`)
  const bytes = await stat(pathIn(folder)).then(
    ({ size }) => size,
    () => 0,
  )
  return { documents: files.size, bytes }
}
