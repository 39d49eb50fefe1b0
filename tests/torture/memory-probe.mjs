/** Tells a parent over IPC what this process holds after a garbage collection: `node --expose-gc --import …`. */
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.send) {
  const listeners = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
  process.on('message', () => {
    globalThis.gc()
    globalThis.gc()
    const { heapUsed, external, rss } = process.memoryUsage()
    process.send({
      heap: heapUsed + external,
      rss,
      listeners: listeners(),
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    })
  })
  process.channel.unref()
}
