/** The kinds of dump that Winnow reads, by the names under which they are spoken of and counted. */
export const readerNames = ['text', 'html', 'jsonl', 'warc', 'parquet', 'csv'] as const

export type ReaderName = (typeof readerNames)[number]

/** Whether each of its files is one document; the files of the others hold records, each a document. */
export const readsWholeFiles = (reader: ReaderName): boolean => reader === 'text' || reader === 'html'
