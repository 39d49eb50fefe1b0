import { randomUUID } from 'node:crypto'
import type { Request, Value } from '../../core/contract.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { EventHub } from '../event-hub.ts'
import { Jobs } from '../jobs.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { LabelsImport } from './labels-import.ts'

/** Takes labels in from files that the host names. */
export class CorpusImports {
  readonly #events: EventHub
  readonly #jobs = new Jobs()
  readonly #sources = new Map<string, string>()

  constructor(events: EventHub) {
    this.#events = events
  }

  /** The id by which a call can name the file at `path`. */
  registerSource(path: string): string {
    const id = randomUUID()
    this.#sources.set(id, path)
    return id
  }

  cancel(job: string): void {
    this.#jobs.cancel(job)
  }

  close(): Promise<void> {
    return this.#jobs.close()
  }

  /** Imports record by record; what cannot be taken in is refused by name. @throws WinnowError `import-failed` */
  run(corpus: OpenCorpus, request: Request<'importLabels'>): Promise<Value<'importLabels'>> {
    const path = this.#sources.get(request.source)
    if (path === undefined)
      throw new WinnowError(
        'bad-request',
        'Winnow does not know this file. Nothing was imported. Name it on the command line.',
      )
    return this.#jobs.run(request.job, (signal) =>
      new LabelsImport(corpus, request, signal).run(path, this.#events),
    )
  }
}
