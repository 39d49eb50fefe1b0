import type { WorkListFile } from '../../core/work-list/work-list-file.ts'
import { WorkListStore } from '../work-lists/work-list-store.ts'

/**
 * Puts the present ids of documents in the place of those they had, in all work lists of a labels home. Returns the
 * names of the lists that named some. What cannot be read or written stays as it is, and `log` is told.
 * @param places the present id by the one before
 */
export async function followInWorkLists(
  home: string,
  places: ReadonlyMap<string, string>,
  log: (error: unknown) => void,
): Promise<string[]> {
  const store = new WorkListStore(home)
  const changed: string[] = []
  const names = await store.names().catch((error: unknown) => {
    log(error)
    return []
  })
  for (const name of names)
    try {
      if (await store.update(name, (list) => renamed(list, places))) changed.push(name)
    } catch (error) {
      log(error)
    }
  return changed
}

/** Null where the list names none of the documents. */
function renamed(list: WorkListFile, places: ReadonlyMap<string, string>): WorkListFile | null {
  if (!list.documents.some((id) => places.has(id))) return null
  // One that was renamed may stand in the list under its present id, too.
  return { ...list, documents: [...new Set(list.documents.map((id) => places.get(id) ?? id))] }
}
