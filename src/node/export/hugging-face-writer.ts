import { type DatasetDocument, type SplitName, splitNames } from '../../core/datasets/dataset-document.ts'
import { type CardSplit, datasetCard } from '../../core/datasets/hugging-face/dataset-card.ts'
import type { LabelOrigin } from '../../core/segment.ts'
import { GuidelinesStore } from '../guidelines-store.ts'
import type { ExportFiles } from './export-files.ts'
import type { ExportSummary, ExportWriter, WriterContext } from './export-writer.ts'
import { OpenParquet, tableColumns } from './open-parquet.ts'

/** From how many bytes on a shard is full. */
const fullShard = 256 * 1024 * 1024

/** Writes a dataset folder as Hugging Face lays it out: `data/train-00000-of-00002.parquet`, and a card. */
export class HuggingFaceWriter implements ExportWriter {
  readonly #files: ExportFiles
  readonly #context: WriterContext
  readonly #shardSize: number
  readonly #splits = new Map<SplitName, SplitShards>()
  readonly #languages = new Set<string>()
  readonly #annotators = new Set<string>()
  readonly #origins = new Set<LabelOrigin>()

  constructor(files: ExportFiles, context: WriterContext, shardSize = fullShard) {
    this.#files = files
    this.#context = context
    this.#shardSize = shardSize
  }

  async add(document: DatasetDocument): Promise<void> {
    const split = document.split ?? 'train'
    await (await this.#shardOf(split)).add(document, this.#context)
    this.#splits.get(split)?.count(document)
    if (document.language !== null) this.#languages.add(document.language)
    this.#annotators.add(document.annotator)
    for (const { by } of document.segments) if (by !== null) this.#origins.add(by)
  }

  async end({ report }: ExportSummary): Promise<void> {
    if (this.#splits.size === 0) await this.#shardOf('train')
    for (const [split, { shards }] of this.#splits) {
      await shards.at(-1)?.end()
      for (const [index, { path }] of shards.entries())
        await this.#files.rename(path, `data/${split}-${padded(index)}-of-${padded(shards.length)}.parquet`)
    }
    await this.#files.put('README.md', await this.#card(report))
  }

  /** The shard that the next document of the split goes into. */
  async #shardOf(split: SplitName): Promise<OpenParquet> {
    const known = this.#splits.get(split) ?? new SplitShards()
    this.#splits.set(split, known)
    const last = known.shards.at(-1)
    if (last && last.bytes < this.#shardSize) return last
    await last?.end()
    // How many there will be is known at the end only.
    const path = `data/${split}-${padded(known.shards.length)}.parquet`
    const shard = await OpenParquet.create(
      this.#files,
      path,
      tableColumns(this.#context, false),
      this.#context,
    )
    known.shards.push(shard)
    return shard
  }

  async #card(report: ExportSummary['report']): Promise<string> {
    const { corpus, labels, unit, options, home, split } = this.#context
    const { text } = await new GuidelinesStore(home).read()
    const inOrder = splitNames.flatMap((name) => {
      const known = this.#splits.get(name)
      return known ? [[name, known] as const] : []
    })
    return datasetCard({
      corpus,
      labels,
      unit,
      columns: tableColumns(this.#context, false),
      rows: options.parquetRows,
      splits: new Map(inOrder.map(([name, known]) => [name, known.counts()])),
      bytes: inOrder.flatMap(([, { shards }]) => shards).reduce((sum, { bytes }) => sum + bytes, 0),
      languages: this.#languages,
      annotators: this.#annotators,
      origins: this.#origins,
      guidelines: text,
      split: split && report ? { options: split, report } : null,
    })
  }
}

/** The files of a split, and what they hold. */
class SplitShards {
  readonly shards: OpenParquet[] = []
  #documents = 0
  readonly #segments = new Map<string, number>()

  count({ segments }: DatasetDocument): void {
    this.#documents++
    for (const { label } of segments)
      this.#segments.set(label ?? '', (this.#segments.get(label ?? '') ?? 0) + 1)
  }

  counts(): CardSplit {
    return {
      documents: this.#documents,
      rows: this.shards.reduce((sum, { rows }) => sum + rows, 0),
      segments: this.#segments,
    }
  }
}

const padded = (index: number): string => String(index).padStart(5, '0')
