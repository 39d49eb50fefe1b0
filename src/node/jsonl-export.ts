import type { Annotation } from '../core/annotation.ts'
import { jsonlRecord } from '../core/export/jsonl-record.ts'
import type { OffsetUnit } from '../core/offsets.ts'
import type { ExportWriter } from './export-corpus.ts'
import type { ExportTarget } from './export-target.ts'
import { LinesFile } from './lines-file.ts'
import type { Dump } from './read-dump.ts'

/** Writes one JSON record a line to a file that appears under its name only when it is whole. */
export class JsonlExport implements ExportWriter {
  readonly #file: LinesFile
  readonly #annotator: string
  readonly #unit: OffsetUnit

  constructor(target: ExportTarget, annotator: string, unit: OffsetUnit) {
    this.#file = new LinesFile(target)
    this.#annotator = annotator
    this.#unit = unit
  }

  begin(): Promise<void> {
    return this.#file.begin()
  }

  /** @throws RangeError if a span of the record does not slice to its text */
  async add(document: string, dump: Dump, annotation: Annotation): Promise<void> {
    const record = jsonlRecord(document, dump.text, annotation, this.#unit, {
      annotator: this.#annotator,
      sha256: dump.sha256,
    })
    await this.#file.add(JSON.stringify(record))
  }

  finish(): Promise<void> {
    return this.#file.finish()
  }

  abandon(): Promise<void> {
    return this.#file.abandon()
  }
}
