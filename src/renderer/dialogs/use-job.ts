import { useState } from 'react'
import type { Reply } from '../../core/reply.ts'
import { useController } from '../state/controller-context.ts'

/** A job under way. */
export interface RunningJob {
  readonly job: string
  readonly done: number
  readonly total: number
}

/** Runs jobs of a dialog one at a time. Returns the one under way, and what starts one and waits until it has ended. */
export function useJob(): [
  RunningJob | null,
  <T>(start: (job: string) => Promise<Reply<T>>) => Promise<Reply<T>>,
] {
  const controller = useController()
  const [running, setRunning] = useState<RunningJob | null>(null)
  const run = async <T>(start: (job: string) => Promise<Reply<T>>): Promise<Reply<T>> => {
    const job = crypto.randomUUID()
    setRunning({ job, done: 0, total: 0 })
    const end = controller.subscribe((event) => {
      if (event.name !== 'job-progress' || event.payload.job !== job) return
      const { done, total } = event.payload
      setRunning({ job, done, total })
    })
    try {
      return await start(job)
    } finally {
      end()
      setRunning(null)
    }
  }
  return [running, run]
}
