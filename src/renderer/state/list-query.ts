import type { DocumentTable } from '../../core/listing/document-table.ts'
import { searchKey, textFilter } from './text-filter.ts'

/** Words of the list's search field that ask for the site or the language: `site:bao.vn lang:vi`. */
const fields = /(?:^|\s)(site|lang):(\S*)/gi

/**
 * Whether the document at an index fits what was typed to search the list: its id has the text in it, and where a site
 * or a language is asked for, its site has that in its name, and its language begins with it.
 */
export function listQuery(documents: DocumentTable, typed: string): (index: number) => boolean {
  let site = ''
  let language = ''
  for (const [, field, value] of typed.matchAll(fields)) {
    if (field?.toLowerCase() === 'site') site = searchKey(value ?? '')
    else language = (value ?? '').toLowerCase()
  }
  const text = textFilter(documents, searchKey(typed.replaceAll(fields, ' ').trim()))
  if (site === '' && language === '') return text
  const bySite = rememberedTest((name) => searchKey(name).includes(site))
  return (index) =>
    (language === '' || documents.languageAt(index).startsWith(language)) &&
    (site === '' || bySite(documents.siteAt(index))) &&
    text(index)
}

/** A test of names that recur, done once for each. */
function rememberedTest(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    const found = known.get(name) ?? test(name)
    known.set(name, found)
    return found
  }
}
