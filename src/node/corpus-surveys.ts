import type { Request, Value } from '../core/contract.ts'
import type { Survey } from '../core/contract-survey.ts'
import type { Encoding } from '../core/encoding.ts'
import { languageNamed, languageOf } from '../core/language-of.ts'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { eachAtOnce } from './each-at-once.ts'
import type { EventHub } from './event-hub.ts'
import { Jobs } from './jobs.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { documentsOfList } from './work-lists/work-list-store.ts'

const readAtOnce = 4
/** How often progress is told, in documents. */
const tellEvery = 100

/** Tells what corpora are made of. */
export class CorpusSurveys {
  readonly #events: EventHub
  readonly #jobs = new Jobs()

  constructor(events: EventHub) {
    this.#events = events
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** @throws WinnowError if the work list cannot be read, or the job was cancelled */
  run(corpus: OpenCorpus, request: Request<'surveyCorpus'>): Promise<Value<'surveyCorpus'>> {
    return this.#jobs.run(request.job, async (signal) => {
      const only = await documentsOfList(corpus.home.path, request.list)
      const documents = only ?? corpus.documents.ids()
      const total = only?.length ?? corpus.documents.size
      return {
        readers: countReaders(corpus, only),
        languages: languageCounts(countLanguages(corpus, only)),
        contents: request.read ? await this.#read(corpus, documents, total, request.job, signal) : null,
      }
    })
  }

  async #read(
    { source }: OpenCorpus,
    documents: Iterable<string>,
    total: number,
    job: string,
    signal: AbortSignal,
  ): Promise<NonNullable<Survey['contents']>> {
    const encodings = new Map<Encoding, number>()
    const languages = new Map<string, number>()
    const found = { converted: 0, undecodable: 0 }
    const leftOut: { document: string; reason: string }[] = []
    let done = 0
    await eachAtOnce(documents, readAtOnce, async (document) => {
      if (signal.aborted) throw new WinnowError('cancelled', say`The counting was cancelled.`)
      try {
        const { text, facts, encoding, undecodable, conversion } = await source.read(document)
        add(encodings, encoding)
        add(languages, languageOf(text, facts.language) ?? '')
        if (undecodable > 0) found.undecodable++
        if (conversion) found.converted++
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        leftOut.push({ document, reason: error.message })
      }
      if (++done % tellEvery === 0) this.#events.emit('job-progress', { job, done, total })
    })
    return {
      encodings: largestFirst(encodings).map(([encoding, count]) => ({ encoding, documents: count })),
      languages: languageCounts(languages),
      ...found,
      leftOut: leftOut.sort((a, b) => (a.document < b.document ? -1 : 1)),
    }
  }
}

function countReaders({ documents }: OpenCorpus, only: readonly string[] | null): Survey['readers'] {
  const readers = new Map<Survey['readers'][number]['reader'], number>()
  if (!only) for (const file of documents.files) add(readers, file.reader, file.documents)
  else
    for (const document of only) {
      const place = documents.placeOf(document)
      if (place) add(readers, place.file.reader)
    }
  return largestFirst(readers).flatMap(([reader, count]) =>
    count === 0 ? [] : [{ reader, documents: count }],
  )
}

function countLanguages({ documents }: OpenCorpus, only: readonly string[] | null): Map<string, number> {
  const languages = new Map<string, number>()
  const count = (index: number): void => {
    const named = documents.languageAt(index)
    add(languages, languageNamed(named) ?? '')
  }
  if (!only) for (let index = 0; index < documents.size; index++) count(index)
  else for (const id of only) if (documents.has(id)) count(documents.indexOf(id))
  return languages
}

const languageCounts = (languages: ReadonlyMap<string, number>): Survey['languages'] =>
  largestFirst(languages).map(([language, count]) => ({ language, documents: count }))

function add<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

const largestFirst = <K extends string>(counts: ReadonlyMap<K, number>): [K, number][] =>
  [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
