import { useEffect, useState } from 'react'
import type { Reply } from '../../core/reply.ts'
import { useController } from '../state/controller-context.ts'

/** What something would do, as far as that is counted. */
export type Preview<T> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'counting'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly value: T }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Counts what `ask`, under the name of a job, is answered, anew whenever another one is given; the count of an earlier one
 * is given up. Null: there is nothing to be counted.
 */
export function usePreview<T>(ask: ((job: string) => Promise<Reply<T>>) | null): Preview<T> {
  const controller = useController()
  const [preview, setPreview] = useState<Preview<T>>({ kind: 'counting', done: 0, total: 0 })
  useEffect(() => {
    if (!ask) return setPreview({ kind: 'nothing' })
    const job = crypto.randomUUID()
    let current = true
    setPreview({ kind: 'counting', done: 0, total: 0 })
    const end = controller.subscribe((event) => {
      if (event.name !== 'job-progress' || event.payload.job !== job) return
      const { done, total } = event.payload
      setPreview((now) => (now.kind === 'counting' ? { kind: 'counting', done, total } : now))
    })
    const count = async (): Promise<void> => {
      const reply = await ask(job)
      if (!current) return
      setPreview(
        reply.ok ? { kind: 'counted', value: reply.value } : { kind: 'failed', message: reply.message },
      )
    }
    void count()
    return () => {
      current = false
      end()
      void controller.invoke('cancelJob', { job })
    }
  }, [controller, ask])
  return preview
}
