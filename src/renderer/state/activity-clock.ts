import { ActiveTime } from '../../core/active-time.ts'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** For how long the annotator has been at work on the open document: keys and pointer, with the window in sight. */
export class ActivityClock {
  readonly #time = new ActiveTime()

  constructor() {
    const act = (): void => this.#time.act(performance.now())
    for (const sign of signs) window.addEventListener(sign, act, { capture: true, passive: true })
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#time.pause(performance.now())
    })
  }

  /** Another document is open. */
  restart(): void {
    this.#time.restart(performance.now())
  }

  /** The whole seconds since they were last taken. */
  take(): number {
    return this.#time.take(performance.now())
  }
}
