import type { ListingChange } from './listing-change.ts'

/** Two changes, one after the other, as one, where the earlier one is not undone by the later one. */
export const joinChanges = (earlier: ListingChange, later: ListingChange): ListingChange => {
  const gone = new Set(later.removed)
  const anew = new Set(later.files.ids)
  const kept = (id: string): boolean => !gone.has(id) && !anew.has(id)
  const files = earlier.files.ids.every(kept) ? earlier.files : onlyFiles(earlier.files, kept)
  return {
    files: {
      ids: [...files.ids, ...later.files.ids],
      bytes: [...files.bytes, ...later.files.bytes],
      readers: [...files.readers, ...later.files.readers],
      versions: [...files.versions, ...later.files.versions],
    },
    removed: [...earlier.removed.filter((id) => !anew.has(id)), ...later.removed],
    records: [...earlier.records.filter(({ file }) => kept(file)), ...later.records],
    facts: {
      ids: [...earlier.facts.ids, ...later.facts.ids],
      sites: [...earlier.facts.sites, ...later.facts.sites],
      languages: [...earlier.facts.languages, ...later.facts.languages],
    },
  }
}

export const isEmptyChange = ({ files, removed, records, facts }: ListingChange): boolean =>
  files.ids.length + removed.length + records.length + facts.ids.length === 0

function onlyFiles(files: ListingChange['files'], kept: (id: string) => boolean): ListingChange['files'] {
  const at = files.ids.flatMap((id, index) => (kept(id) ? [index] : []))
  const pick = <T>(column: readonly T[]): T[] => at.flatMap((index) => column[index] ?? [])
  return {
    ids: pick(files.ids),
    bytes: pick(files.bytes),
    readers: pick(files.readers),
    versions: pick(files.versions),
  }
}
