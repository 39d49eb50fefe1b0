import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FoundDocument } from '../core/contract-search.ts'
import { fromLabelsFile, type LabelsFile } from '../core/labels-file.ts'
import type { Find, Match } from '../core/search/find.ts'
import { foundLine } from '../core/search/found-line.ts'
import { type Segment, segmentFrom } from '../core/segment.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DocumentSource } from './document-source.ts'
import { DurableFile } from './durable-file.ts'
import { judgeLabels } from './judge-labels.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { labelsFilesOf } from './labels-files.ts'
import { labelsName, labelsPath } from './labels-path.ts'
import type { CorpusSearchTask, SearchAnswer } from './search-task.ts'
import { inThread } from './thread-documents.ts'

/** How many matches of a document are counted, and how many of them are given with their lines. */
const countedMatches = 1000
const shownMatches = 20
/** After how many documents with matches a search ends. */
const mostDocuments = 2000
/** How often what was found is told, in milliseconds; the first find is told at once. */
const tellEvery = 50

type Result = Extract<SearchAnswer, { kind: 'corpus' }>['reply']

/** How the corpus is searched: each text with `find`, and everything told as it is found. */
export interface CorpusSearch {
  readonly task: CorpusSearchTask
  /** Searches the text of the document with this index; told apart so that a slow search is noticed. */
  readonly find: (index: number, text: string, most: number) => ReturnType<Find>
  readonly tell: (done: number, total: number, found: FoundDocument[]) => void
  readonly stopped: () => boolean
}

/** Searches the documents in their order; those that cannot be read are left out by name. @throws WinnowError */
export async function searchCorpus({ task, find, tell, stopped }: CorpusSearch): Promise<Result> {
  const { documents, source } = inThread(task.listed)
  const labels = await LabelledOnes.find(task, source)
  const result: Result = { searched: 0, documents: 0, matches: 0, more: false, leftOut: [] }
  let found: FoundDocument[] = []
  let told = performance.now()
  for (let index = 0; index < documents.size; index++) {
    const document = documents.idAt(index)
    if (stopped()) break
    if (found.length > 0 && (result.documents === found.length || performance.now() - told >= tellEvery)) {
      tell(index, documents.size, found)
      found = []
      told = performance.now()
    } else if (performance.now() - told >= tellEvery) {
      tell(index, documents.size, [])
      told = performance.now()
    }
    try {
      const matches = await labels.matches(document, (text) => find(index, text, countedMatches))
      if (!matches) continue
      result.searched++
      if (matches.found.length === 0) continue
      result.documents++
      result.matches += matches.found.length
      const lines = matches.found.slice(0, shownMatches).map((match) => foundLine(matches.text, match))
      found.push({ document, matches: matches.found.length, lines })
      if (result.documents < mostDocuments) continue
      result.more = index + 1 < documents.size
      break
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      result.leftOut.push({ document, reason: error.message })
    }
  }
  await source.close()
  tell(documents.size, documents.size, found)
  // Lets the last message leave before the answer.
  await nextTurn()
  return result
}

interface TextWithMatches {
  readonly text: string
  readonly found: readonly Match[]
}

/** The documents that the filters of a search let through. */
class LabelledOnes {
  readonly #task: CorpusSearchTask
  readonly #source: DocumentSource
  readonly #files: ReadonlySet<string>

  private constructor(task: CorpusSearchTask, source: DocumentSource, files: ReadonlySet<string>) {
    this.#task = task
    this.#source = source
    this.#files = files
  }

  static async find(task: CorpusSearchTask, source: DocumentSource): Promise<LabelledOnes> {
    const filtered = task.label !== undefined || task.statuses !== undefined
    const files = filtered ? await labelsFilesOf(task.home, task.annotator) : []
    return new LabelledOnes(task, source, new Set(files))
  }

  /** What `find` finds in the document, as far as the filters show it; null if they leave the document out. */
  async matches(document: string, find: (text: string) => readonly Match[]): Promise<TextWithMatches | null> {
    const { label, statuses } = this.#task
    if (label === undefined && statuses === undefined) {
      const text = await this.#source.textWaiting(document)
      return { text, found: find(text) }
    }
    const file = await this.#labelsFile(document)
    if (statuses && !statuses.includes(file?.status ?? 'new')) return null
    if (label === undefined) {
      const text = await this.#source.textWaiting(document)
      return { text, found: find(text) }
    }
    if (!file) {
      // Nobody has labelled it, so that none of its segments has a label.
      if (label !== null) return null
      const text = await this.#source.textWaiting(document)
      return { text, found: find(text) }
    }
    const dump = await this.#source.read(document)
    const state = await judgeLabels(async () => file, dump)
    if (state.kind !== 'sound')
      throw new WinnowError(
        'labels-changed',
        say`Its labels do not fit it any more. Open it to settle them; the other documents are not affected.`,
      )
    const { segments } = fromLabelsFile(dump.text, file)
    const found = find(dump.text).filter(({ start }) => labelAt(segments, start) === label)
    return { text: dump.text, found }
  }

  async #labelsFile(document: string): Promise<LabelsFile | null> {
    const { home, annotator } = this.#task
    if (!this.#files.has(labelsName(document))) return null
    return new DurableFile(labelsPath(home, annotator, document), labelsFileKind).read()
  }
}

/** The label of the segment at `offset`; undefined between segments. */
function labelAt(segments: readonly Segment[], offset: number): string | null | undefined {
  const segment = segments[segmentFrom(segments, offset)]
  return segment && segment.start <= offset ? segment.label : undefined
}
