import type { Request } from '../../core/contract.ts'
import type { RepeatedLine } from '../../core/contract-repetition.ts'
import type { Controller } from './controller.ts'

type Listing = Request<'listRepeats'>

/** The view of lines that stand on several documents. It stays while documents are opened beside it. */
export interface RepeatedLines {
  readonly scope: Listing['scope']
  /** The site of scope `site`: that of the document that was open; null where the corpus has one site only. */
  readonly site: { readonly name: string; readonly size: number } | null
  readonly sort: Listing['sort']
  readonly filter: Listing['filter']
  readonly text: string
  /** False while the corpus is being read; null before the first answer. */
  readonly ready: boolean | null
  readonly total: number
  /** The lines that were seen so far, by their place in the list. */
  readonly lines: ReadonlyMap<number, RepeatedLine>
  readonly current: number
  /** What was given to lines of this list, by their keys: the list itself stays as it is until asked for anew. */
  readonly given: ReadonlyMap<string, GivenLabel>
  /** The sentence why the list cannot be shown. */
  readonly trouble: string | null
}

export interface GivenLabel {
  readonly label: string
  /** Whether its repeats have the label by now. */
  readonly done: boolean
}

export const noRepeatedLines: RepeatedLines = {
  scope: 'corpus',
  site: null,
  sort: 'count',
  filter: 'all',
  text: '',
  ready: null,
  total: 0,
  lines: new Map(),
  current: 0,
  given: new Map(),
  trouble: null,
}

/** How many lines are asked for at once. */
const block = 200
/** How long the text must rest before it is searched for, in ms. */
const restOf = 150

/** Which asking the answers belong to: a later one makes earlier answers void. */
let generation = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** The blocks under way or here. */
let asked = new Set<number>()

const update = ({ store }: Controller, change: (now: RepeatedLines) => Partial<RepeatedLines>): void =>
  store.setState(({ repeatedLines }) => ({ repeatedLines: { ...repeatedLines, ...change(repeatedLines) } }))

/** Shows the view, of the open document's site if there are several. */
export function openRepeatedLines(controller: Controller): void {
  const { lineRepeats: repeats, repeatedLines: before, corpus } = controller.store.getState()
  if (!corpus) return
  const several = repeats !== null && repeats.siteSize < repeats.corpusSize && repeats.siteSize > 1
  const site = several ? { name: repeats.site, size: repeats.siteSize } : null
  const sameSite = site?.name === before.site?.name
  controller.store.setState({ dialog: 'repeated-lines', notice: null })
  update(controller, () => ({ site, ...(sameSite ? {} : { scope: site ? 'site' : 'corpus', current: 0 }) }))
  listAnew(controller, 0)
}

/** Changes what the list shows, and asks for it. */
export function setRepeatedLines(
  controller: Controller,
  change: Partial<Pick<RepeatedLines, 'scope' | 'sort' | 'filter' | 'text'>>,
): void {
  update(controller, () => ({ ...change, current: 0 }))
  listAnew(controller, change.text === undefined ? 0 : restOf)
}

/** Asks for the list anew, where one is in it; what stands there stays until the answer comes. */
export function listAnew(controller: Controller, delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    generation++
    asked = new Set()
    const { current } = controller.store.getState().repeatedLines
    void ask(controller, Math.floor(current / block), true)
  }, delay)
}

/** Sees to it that the lines from place `from` to place `to` are there. */
export function seeLines(controller: Controller, from: number, to: number): void {
  const { ready } = controller.store.getState().repeatedLines
  if (!ready) return
  for (let at = Math.floor(from / block); at <= Math.floor(to / block); at++)
    if (!asked.has(at)) void ask(controller, at, false)
}

async function ask(controller: Controller, at: number, anew: boolean): Promise<void> {
  const { corpus, repeatedLines: now } = controller.store.getState()
  if (!corpus) return
  const mine = generation
  asked.add(at)
  const reply = await controller.invoke('listRepeats', {
    corpus: corpus.folder.id,
    ...(now.scope === 'site' && now.site ? { scope: 'site', site: now.site.name } : { scope: 'corpus' }),
    sort: now.sort,
    filter: now.filter,
    ...(now.text === '' ? {} : { text: now.text }),
    offset: at * block,
    limit: block,
  })
  if (mine !== generation) return
  if (!reply.ok) return update(controller, () => ({ trouble: reply.message }))
  const { ready, total, lines } = reply.value
  update(controller, (before) => ({
    ready,
    total,
    trouble: null,
    lines: new Map([
      ...(anew ? [] : before.lines),
      ...lines.map((line, n) => [at * block + n, line] as const),
    ]),
    ...(anew ? { given: waiting(before.given) } : {}),
    current: Math.max(0, Math.min(before.current, total - 1)),
  }))
}

/** What the answer of the service cannot know of yet. */
const waiting = (given: RepeatedLines['given']): RepeatedLines['given'] =>
  new Map([...given].filter(([, { done }]) => !done))

/** Goes to the line at `place`, or the nearest there is. */
export function goToLine(controller: Controller, place: number): void {
  update(controller, ({ total }) => ({ current: Math.max(0, Math.min(place, total - 1)) }))
}

/** Goes to the next line of those seen that has segments without a label. */
export function goToUnlabelledLine(controller: Controller): void {
  const { lines, current, total, given } = controller.store.getState().repeatedLines
  let place = current + 1
  for (; place < total - 1; place++) {
    const line = lines.get(place)
    // Beyond what was seen nothing is known; going there shows it.
    if (!line || (!given.has(line.key) && line.labels.some(({ label }) => label === null))) break
  }
  goToLine(controller, place)
}

/** The labels of a line with what was given to it in this list: what had none has that. */
export function labelsNow(line: RepeatedLine, given: GivenLabel | undefined): RepeatedLine['labels'] {
  const open = line.labels.find(({ label }) => label === null)
  if (!given || !open) return line.labels
  const others = line.labels.filter(({ label }) => label !== null && label !== given.label)
  const same = line.labels.find(({ label }) => label === given.label)?.count ?? 0
  return [{ label: given.label, count: same + open.count }, ...others]
}
