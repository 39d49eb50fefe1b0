import { brokenTrouble } from './broken-trouble.ts'
import { BrokenContent } from './content/content.ts'
import type { IndexBatch, RecordFacts } from './reader.ts'
import { TroubleList } from './trouble-list.ts'

/**
 * The records in a dump that is read part by part, up to where it breaks off.
 * @param recordsIn the usable records of a part; adds what cannot be used to the troubles
 */
export async function* recordBatches<P extends { readonly doneBytes: number }>(
  parts: AsyncIterable<P>,
  recordsIn: (part: P, troubles: TroubleList) => RecordFacts[],
): AsyncGenerator<IndexBatch> {
  const troubles = new TroubleList()
  let done = 0
  try {
    for await (const part of parts) {
      done = part.doneBytes
      yield { records: recordsIn(part, troubles), troubles: troubles.take(), doneBytes: done }
    }
    yield { records: [], troubles: troubles.rest(), doneBytes: done }
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
    yield { records: [], troubles: [...troubles.rest(), brokenTrouble(error)], doneBytes: done }
  }
}
