import type { Value } from '../../core/contract.ts'
import { exportPreviewLimits } from '../../core/contract-export.ts'
import { notFaithful } from './dataset-documents.ts'
import type { PreparedExport } from './prepare-export.ts'

/** What the first documents of an export become. @throws WinnowError where documents cannot be listed */
export async function previewExport({
  kind,
  documents,
  context,
}: PreparedExport): Promise<Value<'previewExport'>> {
  const shown: Value<'previewExport'>['documents'] = []
  const leftOut: Value<'previewExport'>['leftOut'] = []
  let lookedAt = 0
  for await (const chosen of documents.read()) {
    if (chosen && 'reason' in chosen) leftOut.push(chosen)
    else if (chosen) {
      const { document, dataset } = chosen
      try {
        const files = kind.preview(dataset, context).map(({ path, text }) => ({
          path,
          text: text.slice(0, exportPreviewLimits.text),
          isCut: text.length > exportPreviewLimits.text,
        }))
        shown.push({ document, files })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        leftOut.push({ document, reason: notFaithful(error) })
      }
    }
    lookedAt++
    if (shown.length === exportPreviewLimits.documents || lookedAt === exportPreviewLimits.lookedAt) break
  }
  return {
    layout: kind.layout(context.options, context.split !== null),
    units: [...kind.units],
    labelled: documents.count,
    documents: shown,
    leftOut,
  }
}
