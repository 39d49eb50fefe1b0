import { setTimeout as sleep } from 'node:timers/promises'
import { Faults, faultLayer } from './fault-plan.ts'
import { Host, NoAnswer } from './host.ts'
import { Random } from './random.ts'
import type { Torture } from './tally.ts'
import { tortureCorpus } from './torture-corpus.ts'

/** How long each write takes, in milliseconds. */
const delay = 2000

const hosts = { short: 1, full: 12 }

/** How many documents are saved at the same time. */
const documents = 8

/**
 * Each write takes two seconds: batches are answered once they are on the disk, other documents open meanwhile, and a
 * host that is killed in the midst of it loses nothing that it had answered.
 */
export const tortureBySlowness: Torture = async (amount) => {
  const failures: string[] = []
  let tried = 0
  for (let seed = 1; seed <= hosts[amount]; seed++) {
    const corpus = await tortureCorpus(2 * documents, 60)
    const host = new Host([corpus.folder], { home: corpus.home, nodeArguments: faultLayer })
    const random = new Random(seed)
    const id = await host.openCorpus()
    const [saved, opened] = [corpus.documents.slice(0, documents), corpus.documents.slice(documents)]
    const lift = await new Faults(host.child).arm({
      under: [`${corpus.folder}/winnow/labels`],
      operations: ['write'],
      at: 0,
      times: Number.MAX_SAFE_INTEGER,
      how: 'slow',
      milliseconds: delay,
      code: 'EIO',
    })
    let answered = 0
    const label = async (document: (typeof saved)[number]): Promise<void> => {
      for (;;) {
        const edits = document.step(random)
        const reply = await host.call('applyEdits', {
          corpus: id,
          document: document.id,
          edits,
          client: 'slow',
        })
        answered++
        if (!reply.ok) failures.push(reply.message)
        else {
          document.answered(reply.value.revision)
          const wrong = await document.stands()
          if (wrong) failures.push(wrong)
        }
      }
    }
    const labelling = Promise.all(saved.map(label)).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) throw error
    })
    for (const document of opened) {
      const reply = await host.call('openDocument', { corpus: id, document: document.id })
      if (!reply.ok) failures.push(reply.message)
    }
    if (answered > 0) failures.push('documents did not open before the first write was over')
    await sleep(1.2 * delay + random.below(2 * delay))
    tried += (await lift()).fired.length
    await host.kill()
    await labelling
    for (const document of saved) {
      const wrong = await document.settle()
      if (wrong) failures.push(`after kill -9: ${wrong}`)
    }
    await corpus.remove()
  }
  return [{ what: 'a write that takes 2 s', tried, held: tried - failures.length, failures }]
}
