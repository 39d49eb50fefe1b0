import { join } from 'node:path'
import type { Edit } from '../../src/core/edit.ts'
import { Host } from './host.ts'
import { grownIn, type Holdings, holdingsOf, memoryProbe } from './memory.ts'
import { readLabelsFile } from './read-labels-file.ts'
import { linesEach as actionsEach, soakCorpus, soakDocument, soakText } from './soak-corpus.ts'
import type { Torture } from './tally.ts'

const documents = { short: 75, full: 20_000 }

/** How many documents are labelled at the same time, as by as many windows. */
const atOnce = 4

/** How often what the host holds is looked at. */
const looks = 25

/** How much more it may hold at the end than after its warm-up. */
const most = { short: 1.5, full: 1.1 }

const names = ['title', 'body', 'caption', 'boilerplate']

/** The edits of an annotator who labels the lines one after the other. */
function labelEach(bounds: readonly number[]): Edit[] {
  return Array.from({ length: actionsEach }, (_, at) => {
    const [start = 0, end = 0] = bounds.slice(2 * at, 2 * at + 2)
    const after = { label: names[at % names.length] ?? null, by: 'human' as const }
    return { kind: 'label', runs: [{ start, end, count: 1, before: { label: null, by: null }, after }] }
  })
}

/** An annotator's long day, as far as the service sees it: what it holds in memory does not grow with what was done. */
export const soakService: Torture = async (amount) => {
  const count = documents[amount]
  const { folder, home, remove } = await soakCorpus(count)
  const host = new Host([folder], { home, nodeArguments: memoryProbe })
  const failures: string[] = []
  const holdings: Holdings[] = []
  let actions = 0
  try {
    const corpus = await host.openCorpus()
    const each = Math.floor(count / looks)
    for (let look = 0; look < looks; look++) {
      const next = Array.from({ length: each }, (_, n) => look * each + n)
      const work = async (): Promise<void> => {
        for (let n = next.shift(); n !== undefined; n = next.shift()) {
          const document = soakDocument(n)
          const opened = await host.value('openDocument', { corpus, document })
          if (opened.kind !== 'open') throw new Error(opened.message)
          const edits = labelEach(opened.bounds)
          await host.value('applyEdits', { corpus, document, edits, client: 'soak', seconds: 3 })
          actions += edits.length
        }
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      holdings.push(await holdingsOf(host.child))
    }
    for (let n = 0; n < each * looks; n += 97) {
      const saved = await readLabelsFile(
        join(folder, 'winnow/labels/ann', `${soakDocument(n)}.json`),
        soakDocument(n),
        soakText(n),
      )
      const labelled = saved?.content.split('\n').filter((line) => line.includes(' human ')).length
      if (labelled !== actionsEach) failures.push(`${soakDocument(n)} has ${labelled} labels`)
    }
  } finally {
    await host.kill()
    await remove()
  }
  const grown = grownIn(holdings, { heap: most[amount], rss: most[amount] })
  failures.push(...grown.failures)
  const opened = Math.floor(count / looks) * looks
  return [
    {
      what: `label actions on ${opened.toLocaleString('en')} documents; service after/before: ${grown.said}`,
      tried: actions,
      held: actions - failures.length,
      failures,
    },
  ]
}
