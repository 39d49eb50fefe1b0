import { useEffect, useState } from 'react'
import type { Request, Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'

export type PreviewWanted = Omit<Request<'previewPropagation'>, 'job'>

/** What labelling repeats would do, as far as that is known. */
export type PropagationPreview =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counting'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly value: Value<'previewPropagation'> }
  | { readonly kind: 'failed'; readonly message: string }

/** Counts what `wanted` would do, anew whenever it changes; the count of an earlier one is given up. */
export function usePropagationPreview(wanted: PreviewWanted | null): PropagationPreview {
  const controller = useController()
  const [preview, setPreview] = useState<PropagationPreview>({ kind: 'counting', done: 0, total: 0 })
  // The request is made anew with each drawing, and asks for the same as long as it says the same.
  const question = JSON.stringify(wanted)
  useEffect(() => {
    const job = crypto.randomUUID()
    let current = true
    const request = JSON.parse(question) as PreviewWanted | null
    if (!request) return setPreview({ kind: 'nothing' })
    setPreview({ kind: 'counting', done: 0, total: 0 })
    const end = controller.subscribe((event) => {
      if (event.name !== 'job-progress' || event.payload.job !== job) return
      const { done, total } = event.payload
      setPreview((now) => (now.kind === 'counting' ? { kind: 'counting', done, total } : now))
    })
    const ask = async (): Promise<void> => {
      const reply = await controller.invoke('previewPropagation', { ...request, job })
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
  }, [controller, question])
  return preview
}
