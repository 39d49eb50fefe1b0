import type { TableData } from '../../core/listing/document-table.ts'

/**
 * Whether the columns of a table fit together and its files lie within the corpus: a cache comes along with a corpus
 * from elsewhere, and nobody knows who wrote it.
 */
export function isWholeTable({ files, facts, records }: TableData): boolean {
  const { ids } = files
  const all = (length: number, ...columns: readonly { readonly length: number }[]): boolean =>
    columns.every((column) => column.length === length)
  return (
    all(ids.length, files.bytes, files.readers, files.versions) &&
    all(facts.ids.length, facts.sites, facts.languages) &&
    ids.every(isWithin) &&
    records.every(
      ({ data: { numbers, bytes, positions, sites, languages } }) =>
        all(numbers.length, bytes, positions ?? numbers, sites.of, languages.of) &&
        [sites, languages].every(({ names, of }) => of.every((name) => name < names.length)),
    )
  )
}

/** Whether an id is a path below the corpus. */
const isWithin = (id: string): boolean =>
  id !== '' &&
  !id.includes('\\') &&
  !id.includes('\0') &&
  id.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
