import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { say } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { annotatorsIn, labelsFilesOf } from './labels-files.ts'

/** A labels file of whichever annotator. */
export interface LabelsFilePlace {
  readonly annotator: string
  /** Below the annotator's folder, with `/`. */
  readonly file: string
  readonly path: string
}

/** Labels files that could not be dealt with, and the sentences why. */
export type LeftOut = { annotator: string; file: string; reason: string }[]

/** How often progress is told, in milliseconds. */
const progressEvery = 50

/**
 * Does `work` for the labels files of all annotators, one after the other, and returns those that it refused with a
 * WinnowError that `leaveOut` accepts.
 * @throws WinnowError that `leaveOut` does not accept, or `cancelled`
 */
export async function eachLabelsFile(
  home: string,
  work: (place: LabelsFilePlace) => Promise<void>,
  options: {
    readonly signal: AbortSignal
    readonly onProgress: (done: number, total: number) => void
    readonly leaveOut: (error: WinnowError) => boolean
  },
): Promise<LeftOut> {
  const places: LabelsFilePlace[] = []
  for (const annotator of await annotatorsIn(home))
    for (const file of await labelsFilesOf(home, annotator))
      places.push({ annotator, file, path: join(home, 'labels', annotator, ...file.split('/')) })
  const leftOut: LeftOut = []
  let told = Number.NEGATIVE_INFINITY
  for (const [done, place] of places.entries()) {
    if (performance.now() - told >= progressEvery) {
      told = performance.now()
      options.onProgress(done, places.length)
    }
    // Lets a cancellation in, and the other work of this process.
    await nextTurn()
    if (options.signal.aborted) throw new WinnowError('cancelled', say`This was cancelled.`)
    try {
      await work(place)
    } catch (error) {
      if (!(error instanceof WinnowError) || !options.leaveOut(error)) throw error
      leftOut.push({ annotator: place.annotator, file: place.file, reason: error.message })
    }
  }
  options.onProgress(places.length, places.length)
  return leftOut
}
