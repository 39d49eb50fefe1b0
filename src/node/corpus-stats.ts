import { isFlag, type Status } from '../core/annotation.ts'
import type { Value } from '../core/contract.ts'
import { mostListed } from '../core/contract-work-lists.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { labelsName } from './labels-path.ts'
import type { OpenCorpus } from './open-corpora.ts'
import { type AnnotatorLabels, statsOfAnnotators } from './stats-corpus.ts'
import { workDocuments } from './work-lists/work-documents.ts'
import { WorkListStore } from './work-lists/work-list-store.ts'

type Stats = Value<'statsCorpus'>

/** A work list by the names that the labels files of its documents have. */
interface ListedFiles {
  readonly name: string
  readonly documents: readonly string[]
}

/**
 * What there is in a corpus, by site and by work list, and what each annotator has done; of the documents of `list`
 * alone, if given. @throws WinnowError if that list cannot be read
 */
export async function statsOfCorpus(corpus: OpenCorpus, list: string | undefined): Promise<Stats> {
  const { folder, home } = corpus
  const store = new WorkListStore(home.path)
  const troubles: string[] = []
  const lists: ListedFiles[] = []
  if (list !== undefined) lists.push({ name: list, documents: (await store.read(list)).documents })
  else
    for (const name of await store.names())
      try {
        lists.push({ name, documents: (await store.read(name)).documents })
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        troubles.push(error.message)
      }
  const only = list === undefined ? null : (lists[0]?.documents ?? [])
  const annotators = await statsOfAnnotators(home.path, only && new Set(only.map(labelsName)))
  return {
    corpus: folder.path,
    ...countDocuments(corpus, only),
    workLists: lists.map((one) => progressOf(one, annotators)),
    troubles,
    annotators: annotators.map(({ stats }) => stats),
  }
}

function countDocuments(
  corpus: OpenCorpus,
  only: readonly string[] | null,
): Pick<Stats, 'documents' | 'bytes' | 'sites' | 'sitesCount'> {
  const wanted = only && new Set(only)
  const sites = new Map<string, number>()
  let documents = 0
  let total = 0
  for (const { id, site, bytes } of workDocuments(corpus, new Map())) {
    if (wanted?.has(id) === false) continue
    documents++
    total += bytes
    sites.set(site, (sites.get(site) ?? 0) + 1)
  }
  const largest = Array.from(sites, ([site, count]) => ({ site, documents: count }))
    .sort((a, b) => b.documents - a.documents || (a.site < b.site ? -1 : 1))
    .slice(0, mostListed)
  return { documents, bytes: total, sites: largest, sitesCount: sites.size }
}

/** How far each annotator is who has begun a document of the list. */
function progressOf(
  { name, documents }: ListedFiles,
  annotators: readonly AnnotatorLabels[],
): Stats['workLists'][number] {
  const files = documents.map(labelsName)
  const progress = annotators.flatMap(({ stats, statuses }) => {
    const begun = files.flatMap((file) => statuses.get(file) ?? [])
    if (begun.length === 0) return []
    const count = (is: (status: Status) => boolean): number => begun.filter(is).length
    return [
      {
        annotator: stats.name,
        done: count((status) => status === 'done'),
        inProgress: count((status) => status === 'in-progress'),
        skipped: count((status) => status === 'skipped'),
        flagged: count(isFlag),
      },
    ]
  })
  return { name, documents: documents.length, progress }
}
