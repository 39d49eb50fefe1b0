import { useEffect, useState } from 'react'
import type { DrawnWorkList } from '../../core/contract-work-lists.ts'
import type { WorkListChoice } from '../../core/work-list/work-list-choice.ts'
import { useController } from '../state/controller-context.ts'
import { useRested } from '../workspace/use-rested.ts'

/** Which documents a work list would have, as far as that is known. */
export type WorkListPreview =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counting'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly value: DrawnWorkList }
  | { readonly kind: 'failed'; readonly message: string }

/** How long nothing is typed before it is counted, in milliseconds. */
const rest = 200

/** Counts what `choice` would choose, anew once it has changed; the count of an earlier one is given up. */
export function useWorkListPreview(
  corpus: string,
  choice: WorkListChoice | null,
  documents: readonly string[] | null,
): WorkListPreview {
  const controller = useController()
  const [preview, setPreview] = useState<WorkListPreview>({ kind: 'counting', done: 0, total: 0 })
  // The choice is made anew with each drawing, and asks for the same as long as it says the same.
  const question = useRested(JSON.stringify(choice), rest)
  useEffect(() => {
    const job = crypto.randomUUID()
    let current = true
    const wanted = JSON.parse(question) as WorkListChoice | null
    if (!wanted) return setPreview({ kind: 'nothing' })
    setPreview({ kind: 'counting', done: 0, total: 0 })
    const end = controller.subscribe((event) => {
      if (event.name !== 'job-progress' || event.payload.job !== job) return
      const { done, total } = event.payload
      setPreview((now) => (now.kind === 'counting' ? { kind: 'counting', done, total } : now))
    })
    const ask = async (): Promise<void> => {
      const request = { corpus, choice: wanted, job, ...(documents && { documents: [...documents] }) }
      const reply = await controller.invoke('previewWorkList', request)
      if (!current) return
      setPreview(
        reply.ok ? { kind: 'counted', value: reply.value } : { kind: 'failed', message: reply.message },
      )
    }
    void ask()
    return () => {
      current = false
      end()
      void controller.invoke('cancelJob', { job })
    }
  }, [controller, corpus, question, documents])
  return preview
}
