import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, Value } from '../../core/contract.ts'
import { type ComparedRecovery, mostCompared } from '../../core/contract-recovery.ts'
import type { Edit } from '../../core/edit.ts'
import { compareRecovery } from '../../core/recovery/compare-recovery.ts'
import { fittingEdits } from '../../core/recovery/fitting-edits.ts'
import { type RecoveryFile, recoveryFileVersion } from '../../core/recovery/recovery-file.ts'
import { lastWords, touchedSegments } from '../../core/recovery/touched-segments.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { isSameText } from '../judge-labels.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpora, OpenCorpus } from '../open-corpora.ts'
import { type PresentLabels, presentLabels } from './present-labels.ts'
import { type FoundRecovery, RecoveryFiles } from './recovery-files.ts'

/** How long a disk that does not answer is waited for, in ms, before edits are kept without the texts they are about. */
const patience = 1500

/** How much of a text or a note is shown of each, in UTF-16 code units. */
const longestShown = 200

/** Which edits they are is told to windows under this name, which none of them has. */
const client = 'recovery'

/** Labels that could not be saved: keeps them elsewhere, and brings them back. */
export class CorpusRecovery {
  readonly #userFolder: string
  readonly #corpora: OpenCorpora
  readonly #files = new Map<string, RecoveryFiles>()
  /** What the edits with an id were made on, so that a disk that fails is not read at each of them. */
  readonly #bases = new Map<string, PresentLabels>()

  constructor(userFolder: string, corpora: OpenCorpora) {
    this.#userFolder = userFolder
    this.#corpora = corpora
  }

  /** Resolves once the edits are durable in a recovery file, or that is gone where there are none. @throws WinnowError */
  async keep({ corpus: id, ...unsaved }: Request<'keepEdits'>): Promise<Value<'keepEdits'>> {
    const corpus = await this.#corpora.get(id)
    const files = this.#filesOf(corpus)
    const { folder } = files
    if (unsaved.edits.length > 0) {
      const base = await this.#baseOf(corpus, unsaved.id, unsaved.document)
      return { path: await files.keep(toFile(corpus, base, unsaved)), folder }
    }
    this.#bases.delete(unsaved.id)
    await files.remove(unsaved.id)
    return { path: null, folder }
  }

  /** What is kept and not on the disk; what is there is cleared away. @throws WinnowError */
  async list({ corpus: id }: Request<'listRecovery'>): Promise<Value<'listRecovery'>> {
    const files = this.#filesOf(await this.#corpora.get(id))
    const { found, troubles } = await files.list()
    return { files: await this.#compareAll(id, files, found), troubles }
  }

  /** Does the edits as far as they fit. @throws WinnowError where the files cannot be listed */
  async recover({ corpus: id, ids }: Request<'recoverEdits'>): Promise<Value<'recoverEdits'>> {
    const files = this.#filesOf(await this.#corpora.get(id))
    const { found, troubles } = await files.list()
    const wanted = found.filter(({ file }) => ids.includes(file.id))
    const recovered: Value<'recoverEdits'>['recovered'] = []
    for (const { file } of wanted)
      try {
        const corpus = await this.#corpora.withDocument(id, file.document)
        const { texts, status, note } = compareWith(await fittingLabels(corpus, file), file)
        const changes = [...texts, status, note].filter((each) => each?.fits).length
        const maker = (_text: string, annotation: PresentLabels['annotation']): readonly Edit[] =>
          fittingEdits(annotation, file.edits).edits
        if (changes > 0) await corpus.store.session(file.document).apply(maker, client, file.seconds)
        recovered.push({ document: file.document, changes })
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        troubles.push(error.message)
      }
    return { recovered, left: await this.#compareAll(id, files, wanted), troubles }
  }

  /** Puts files away. @throws WinnowError */
  async discard({ corpus: id, ids }: Request<'discardRecovery'>): Promise<Value<'discardRecovery'>> {
    return { folder: await this.#filesOf(await this.#corpora.get(id)).discard(ids) }
  }

  async #compareAll(
    id: string,
    files: RecoveryFiles,
    found: readonly FoundRecovery[],
  ): Promise<ComparedRecovery[]> {
    const compared: ComparedRecovery[] = []
    for (const { path, file } of found) {
      const one = await this.#compare(id, path, file)
      if (one.trouble !== null || one.differing > 0 || one.status || one.note) compared.push(one)
      else await files.remove(file.id)
    }
    return compared
  }

  async #compare(id: string, path: string, file: RecoveryFile): Promise<ComparedRecovery> {
    const { document, kept, reason } = file
    const about = { id: file.id, document, path, kept, reason }
    try {
      const present = await fittingLabels(await this.#corpora.withDocument(id, document), file)
      const { texts, status, note } = compareWith(present, file)
      return {
        ...about,
        saved: present.saved,
        trouble: null,
        texts: texts.slice(0, mostCompared).map((each) => ({
          text: each.text.slice(0, longestShown),
          present: [...each.present],
          cutAlike: each.cutAlike,
          kept: each.kept,
          fits: each.fits,
        })),
        differing: texts.length,
        fitting: texts.filter(({ fits }) => fits).length,
        status,
        note: note && {
          ...note,
          present: note.present.slice(0, longestShown),
          kept: note.kept.slice(0, longestShown),
        },
      }
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      return {
        ...about,
        saved: null,
        trouble: error.message,
        texts: file.segments.slice(0, mostCompared).map(({ text, label }) => ({
          text: text.slice(0, longestShown),
          present: [],
          cutAlike: true,
          kept: label,
          fits: false,
        })),
        differing: file.segments.length,
        fitting: 0,
        status: null,
        note: null,
      }
    }
  }

  #filesOf({ folder, annotator }: OpenCorpus): RecoveryFiles {
    const key = JSON.stringify([folder.path, annotator])
    const files = this.#files.get(key) ?? new RecoveryFiles(this.#userFolder, folder.path, annotator)
    this.#files.set(key, files)
    return files
  }

  /** What the edits with this id were made on; null where the disk does not say. */
  async #baseOf(corpus: OpenCorpus, id: string, document: string): Promise<PresentLabels | null> {
    const known = this.#bases.get(id)
    if (known) return known
    const waiting = new AbortController()
    try {
      const base = await Promise.race([
        presentLabels(corpus, document),
        sleep(patience, null, { signal: waiting.signal, ref: false }),
      ])
      if (base) this.#bases.set(id, base)
      return base
    } catch {
      // Whatever is wrong is no reason not to keep what is to be saved, and the call that saves it tells of it.
      return null
    } finally {
      waiting.abort()
    }
  }
}

/** What the disk has of the document. @throws WinnowError also where the edits were made on another text */
async function fittingLabels(corpus: OpenCorpus, file: RecoveryFile): Promise<PresentLabels> {
  const present = await presentLabels(corpus, file.document)
  if (file.dump && !isSameText(file.dump, present.dump.filed))
    throw new WinnowError(
      'labels-changed',
      say`The dump of “${file.document}” is another one than these labels were made on, so they cannot be put back by themselves.`,
    )
  return present
}

const compareWith = ({ dump, annotation }: PresentLabels, file: RecoveryFile) =>
  compareRecovery(dump.text, annotation, file)

/** The recovery file of edits that were made on `base`. */
function toFile(
  { folder, annotator, home }: OpenCorpus,
  base: PresentLabels | null,
  { id, document, edits, seconds, reason }: Omit<Request<'keepEdits'>, 'corpus'>,
): RecoveryFile {
  const segments = base
    ? touchedSegments(fittingEdits(base.annotation, edits).annotation.segments, edits)
    : []
  return {
    format: 'winnow-recovery',
    version: recoveryFileVersion,
    id,
    corpus: folder.path,
    annotator,
    document,
    labels: labelsPath(home.path, annotator, document),
    kept: new Date().toISOString(),
    reason,
    dump: base?.dump.filed ?? null,
    revision: base?.revision ?? null,
    seconds,
    segments: segments.map((segment) => ({
      ...segment,
      text: base?.dump.text.slice(segment.start, segment.end) ?? '',
    })),
    ...lastWords(edits),
    offsets: 'utf-16',
    edits,
  }
}
