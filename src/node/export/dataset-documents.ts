import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DatasetDocument } from '../../core/datasets/dataset-document.ts'
import { type LabelMapping, mapSegments } from '../../core/datasets/label-mapping.ts'
import { labelsMadeBy } from '../../core/datasets/labels-made-by.ts'
import { languageOf } from '../../core/language-of.ts'
import type { LabelOrigin } from '../../core/segment.ts'
import { say } from '../../core/sentences/say.ts'
import { siteOf } from '../../core/site-of.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { passes } from '../../core/work-list/work-document.ts'
import type { WorkListFilter } from '../../core/work-list/work-list-choice.ts'
import type { LabelledDocument, LabelledDocuments } from '../labelled-documents.ts'

/** Which documents go out, and with which labels. */
export interface DatasetChoice {
  readonly labelled: LabelledDocuments
  readonly annotator: string
  /** The ways in which labels came to be that count; all if not given. */
  readonly by: readonly LabelOrigin[] | undefined
  readonly filter: WorkListFilter
  readonly mapping: LabelMapping
}

/** A document that goes out, one that is left out with the sentence why, or null for one that was not asked for. */
export type ChosenDocument =
  | { readonly document: string; readonly dataset: DatasetDocument }
  | { readonly document: string; readonly reason: string }
  | null

type Found = Exclude<LabelledDocument, { reason: string }>

/** The documents of a dataset, read one after the other as often as they are needed. */
export class DatasetDocuments {
  readonly #choice: DatasetChoice
  readonly #signal: AbortSignal
  readonly #passes: ReturnType<typeof passes>

  constructor(choice: DatasetChoice, signal: AbortSignal) {
    this.#choice = choice
    this.#signal = signal
    this.#passes = passes(choice.filter)
  }

  /** How many {@link read} yields. */
  get count(): number {
    return this.#choice.labelled.count
  }

  /** @throws WinnowError `cancelled` */
  async *read(): AsyncGenerator<ChosenDocument> {
    for await (const found of this.#choice.labelled.read()) {
      await this.breathe()
      yield 'reason' in found ? found : this.#chosen(found)
    }
  }

  /** Lets a cancellation in, and the other work of this process. @throws WinnowError `cancelled` */
  async breathe(): Promise<void> {
    await nextTurn()
    if (this.#signal.aborted) throw exportCancelled()
  }

  #chosen({ document, dump, annotation }: Found): ChosenDocument {
    const { annotator, by, mapping } = this.#choice
    const { text, facts, metadata, conversion } = dump
    const site = siteOf(document, facts.url)
    const language = languageOf(text, facts.language)
    const { status, note, segments } = by ? labelsMadeBy(annotation, by) : annotation
    const isWanted = this.#passes({
      id: document,
      site,
      bytes: dump.bytes,
      status,
      language: language ?? '',
      columns: { ...facts, ...metadata },
    })
    if (!isWanted) return null
    try {
      const dataset: DatasetDocument = {
        id: document,
        text,
        annotator,
        status,
        note,
        sha256: dump.sha256,
        encoding: dump.encoding,
        url: facts.url ?? null,
        site: site === '' ? null : site,
        language,
        date: facts.date ?? null,
        metadata,
        html: conversion && { source: conversion.source, lines: conversion.lines },
        split: null,
        segments: mapSegments(segments, mapping),
      }
      return { document, dataset }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { document, reason: notFaithful(error) }
    }
  }
}

/** The error that tells that the user has ended an export. */
export const exportCancelled = (): WinnowError =>
  new WinnowError('cancelled', say`The export was cancelled. Nothing was exported, and the labels are safe.`)

/** Why a document is left out, as a sentence. */
export const notFaithful = (error: RangeError): string =>
  say`It cannot be exported faithfully: ${error.message}.`
