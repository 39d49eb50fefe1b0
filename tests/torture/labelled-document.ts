import { join } from 'node:path'
import type { Annotation } from '../../src/core/annotation.ts'
import type { OpenDocument } from '../../src/core/contract.ts'
import { applyEdits, type Edit, labelEdits, noteEdits, statusEdits } from '../../src/core/edit.ts'
import type { Mark } from '../../src/core/segment.ts'
import { segmentByLine } from '../../src/core/segmentation/line.ts'
import { mergeEdits, splitEdits } from '../../src/core/split-merge.ts'
import type { Random } from './random.ts'
import { contentOf, readLabelsFile, type Saved } from './read-labels-file.ts'

const labels = ['title', 'body', 'caption', 'boilerplate', null]

const markOf = (label: string | null): Mark => ({ label, by: label === null ? null : 'human' })

/** A document as the window that labels it knows it: what is acknowledged as saved, and what is under way. */
export class LabelledDocument {
  readonly id: string
  readonly text: string
  readonly path: string
  /** How often something was acknowledged. */
  acknowledged = 0
  #saved: Annotation
  #revision = 0
  /** What was sent and not answered. */
  #sent: Annotation | null = null

  constructor(corpus: string, id: string, text: string) {
    this.id = id
    this.text = text
    this.path = join(corpus, 'winnow', 'labels', 'ann', `${id}.json`)
    const segments = segmentByLine(text).map((segment) => ({ ...segment, label: null, by: null }))
    this.#saved = { segments, status: 'new', note: '' }
  }

  get saved(): Annotation {
    return this.#saved
  }

  /** Steps of an annotator chosen at random, at least one, as one batch, and sent from now on. */
  step(random: Random): Edit[] {
    const steps: Edit[] = []
    let annotation = this.#saved
    const add = (edits: readonly Edit[]): void => {
      steps.push(...edits)
      annotation = applyEdits(annotation, edits)
    }
    for (let left = 1 + random.below(4); left > 0 || steps.length === 0; left--)
      add(this.#oneStep(random, annotation))
    this.sending(annotation)
    return steps
  }

  #oneStep(random: Random, annotation: Annotation): Edit[] {
    const { segments } = annotation
    const at = random.below(segments.length)
    const segment = segments[at]
    const chance = random.next()
    if (chance < 0.1 && segment) {
      // The dice must not cut a character in two; the window's caret cannot either.
      const offset = segment.start + random.below(segment.end - segment.start)
      return /[\uDC00-\uDFFF]/.test(this.text.charAt(offset))
        ? []
        : splitEdits(this.text, annotation, at, offset)
    }
    if (chance < 0.2 && segments.length > 3) return mergeEdits(annotation, at, at + 1 + random.below(2))
    if (chance < 0.23) return noteEdits(annotation, `note ${random.below(1000)} 😀`)
    if (chance < 0.26) return statusEdits(annotation, random.of(['in-progress', 'done', 'flagged-unsure']))
    const count = random.next() < 0.8 ? 1 : random.below(8)
    const indices = Array.from({ length: count }, (_, n) => at + n)
    const first = labelEdits(annotation, indices, markOf(random.of(labels)))
    if (random.next() < 0.7) return first
    // Whoever presses a key too many labels the same segments twice before the first is on the disk.
    const then = applyEdits(annotation, first)
    return [...first, ...labelEdits(then, indices, markOf(random.of(labels)))]
  }

  /** `annotation` is on its way to the disk. */
  sending(annotation: Annotation): void {
    this.#sent = annotation
  }

  /** Another program has made `annotation` of it. */
  becomes(annotation: Annotation, revision: number): void {
    this.#saved = annotation
    this.#revision = revision
    this.#sent = null
  }

  /** What was sent was answered as saved. */
  answered(revision: number): void {
    this.acknowledged++
    this.#saved = this.#sent ?? this.#saved
    this.#revision = Math.max(revision, this.#revision)
    this.#sent = null
  }

  /** What a window is shown is what is saved. Returns what is wrong, as a sentence; null if nothing is. */
  compare(shown: OpenDocument): string | null {
    let at = 0
    const segments = shown.marks.flatMap(({ count, mark }) =>
      Array.from({ length: count }, () => {
        const [start = 0, end = 0] = shown.bounds.slice(2 * at, 2 * ++at)
        return { start, end, ...mark }
      }),
    )
    const { status, note, text } = shown
    if (text !== this.text) return `${this.id} is shown with another text`
    const [is, ought] = [contentOf(text, { segments, status, note }), contentOf(text, this.#saved)]
    return is === ought ? null : `${this.id} is not shown as it was saved: ${difference(ought, is)}`
  }

  /** What is on the disk, read without Winnow. @throws Error saying what is wrong with the file */
  onDisk(): Promise<Saved | null> {
    return readLabelsFile(this.path, this.id, this.text)
  }

  /**
   * The disk has what was acknowledged or, whole, what was sent after it. Returns what is wrong with that, as a
   * sentence; null if nothing is.
   */
  async stands(): Promise<string | null> {
    return (await this.#judge()).wrong
  }

  /** As {@link stands}, and what is on the disk counts as saved from now on. */
  async settle(): Promise<string | null> {
    const { wrong, revision, holdsSent } = await this.#judge()
    if (holdsSent && this.#sent) this.#saved = this.#sent
    this.#revision = Math.max(this.#revision, revision)
    this.#sent = null
    return wrong
  }

  async #judge(): Promise<{ wrong: string | null; revision: number; holdsSent: boolean }> {
    const none = { revision: 0, holdsSent: false }
    try {
      const found = await this.onDisk()
      if (found === null) return { wrong: this.#revision === 0 ? null : `${this.path} is gone`, ...none }
      const { revision, content } = found
      if (revision < this.#revision)
        return { wrong: `${this.path} is of revision ${revision}, saved was ${this.#revision}`, ...none }
      const saved = contentOf(this.text, this.#saved)
      if (content === saved) return { wrong: null, revision, holdsSent: false }
      if (this.#sent && content === contentOf(this.text, this.#sent))
        return { wrong: null, revision, holdsSent: true }
      return {
        wrong: `${this.path} holds neither what was saved nor what was sent: ${difference(saved, content)}`,
        ...none,
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { wrong: `${this.path} cannot be read: ${reason}`, ...none }
    }
  }
}

/** The first line that differs. */
function difference(expected: string, found: string): string {
  const [a, b] = [expected.split('\n'), found.split('\n')]
  const at = a.findIndex((line, n) => line !== b[n])
  return `line ${at + 1} is “${b[at]}” and not “${a[at]}”`
}
