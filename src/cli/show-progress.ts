import type { Winnow } from '../node/winnow.ts'

/** Shows on a terminal, in one line of stderr, how far the job is. Returns the function that ends and clears that. */
export function showProgress(winnow: Winnow, job: string): () => void {
  const { stderr } = process
  if (!stderr.isTTY) return () => {}
  const unsubscribe = winnow.events.subscribe((event) => {
    if (event.name !== 'job-progress' || event.payload.job !== job || event.payload.total === 0) return
    stderr.write(`\r${Math.floor((100 * event.payload.done) / event.payload.total)} %`)
  })
  return () => {
    unsubscribe()
    stderr.write('\r\u001b[K')
  }
}
