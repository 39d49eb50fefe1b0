import type { Status } from '../../core/annotation.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { SummariesScan } from '../summaries-scan.ts'

/** How far the annotator is with each document that they have begun. @throws WinnowError if the labels cannot be listed */
export async function statusesOf(
  { home, annotator, documents }: OpenCorpus,
  signal: AbortSignal,
): Promise<Map<string, Status>> {
  const statuses = new Map<string, Status>()
  const scan = new SummariesScan()
  const stop = (): void => scan.stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await scan.run(home.path, annotator, documents, (summaries) => {
      for (const { document, status } of summaries) statuses.set(document, status)
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return statuses
}
