import { useMemo } from 'react'
import type { DrawnWorkList } from '../../core/contract-work-lists.ts'
import type { WorkListChoice } from '../../core/work-list/work-list-choice.ts'
import { useController } from '../state/controller-context.ts'
import { useRested } from '../workspace/use-rested.ts'
import { type Preview, usePreview } from './use-preview.ts'

/** Which documents a work list would have, as far as that is known. */
export type WorkListPreview = Preview<DrawnWorkList>

/** How long nothing is typed before it is counted, in milliseconds. */
const rest = 200

/** Counts what `choice` would choose of the documents, null being all. */
export function useWorkListPreview(
  corpus: string,
  choice: WorkListChoice | null,
  documents: readonly string[] | null,
): WorkListPreview {
  const controller = useController()
  // The choice is made anew with each drawing, and asks for the same as long as it says the same.
  const question = useRested(JSON.stringify(choice), rest)
  const ask = useMemo(() => {
    const wanted = JSON.parse(question) as WorkListChoice | null
    const request = wanted && { corpus, choice: wanted, ...(documents && { documents: [...documents] }) }
    return request && ((job: string) => controller.invoke('previewWorkList', { ...request, job }))
  }, [controller, corpus, question, documents])
  return usePreview(ask)
}
