import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Value } from '../core/contract.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { diskReason, isAbsent } from './disk-error.ts'
import { largestFile } from './file-kind.ts'
import { withFileLock } from './file-lock.ts'
import { readRegularFile } from './regular-file.ts'
import { replaceFile } from './replace-file.ts'

/** `guidelines.md` of a labels home: what the annotators agreed on. */
export class GuidelinesStore {
  readonly #path: string

  constructor(home: string) {
    this.#path = join(home, 'guidelines.md')
  }

  /** The text as it is on the disk, null where there is none. @throws WinnowError if it cannot be read */
  async read(): Promise<Value<'readGuidelines'>> {
    const path = this.#path
    try {
      const { bytes } = await readRegularFile(path, largestFile)
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return { text, version: versionOf(bytes), path }
    } catch (error) {
      if (isAbsent(error)) return { text: null, version: null, path }
      const reason = error instanceof TypeError ? say`it is not UTF-8 text` : diskReason(error)
      throw new WinnowError(
        'unexpected',
        say`The guidelines ${path} could not be read: ${reason}. They are untouched. Mend the cause and try again.`,
        { cause: error },
      )
    }
  }

  /**
   * Resolves to the new version once `text` is durable; the text before stays as `.bak`.
   * @throws WinnowError `changed-meanwhile`, with nothing written, where the file is not the one of `version`
   */
  save(text: string, version: string | null): Promise<{ version: string }> {
    return withFileLock(this.#path, async () => {
      const present = await this.read()
      if (present.version !== version)
        throw new WinnowError(
          'changed-meanwhile',
          say`The guidelines ${this.#path} were changed by someone else meanwhile. Theirs were kept and yours were not saved. Copy your text, then read the guidelines again.`,
        )
      await replaceFile(this.#path, text, { keepPrevious: true })
      return { version: versionOf(Buffer.from(text)) }
    })
  }
}

const versionOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
