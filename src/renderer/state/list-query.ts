import type { DocumentTable } from '../../core/listing/document-table.ts'
import { rememberedTest } from './remembered-test.ts'
import { searchKey, textFilter } from './text-filter.ts'

/** Words of the list's search field that ask for a property: `site:bao.vn lang:vi kind:parquet size:>20k`. */
const fields = /(?:^|\s)(site|lang|kind|size):(\S*)/gi

/**
 * Whether the document at an index fits what was typed to search the list: its id has the text in it, and where properties
 * are asked for, its site has that in its name, its language and its kind begin with it, and its size is above or below it.
 */
export function listQuery(documents: DocumentTable, typed: string): (index: number) => boolean {
  const tests: ((index: number) => boolean)[] = []
  for (const [, field = '', value = ''] of typed.matchAll(fields))
    if (value !== '') tests.push(fieldTest(documents, field.toLowerCase(), value.toLowerCase()))
  const text = searchKey(typed.replaceAll(fields, ' ').trim())
  if (text !== '') tests.push(textFilter(documents, text))
  return (index) => tests.every((test) => test(index))
}

function fieldTest(documents: DocumentTable, field: string, value: string): (index: number) => boolean {
  if (field === 'lang') return (index) => documents.languageAt(index).startsWith(value)
  if (field === 'kind') return (index) => documents.readerAt(index).startsWith(value)
  if (field === 'size') {
    const fits = sizeTest(value)
    return (index) => fits(documents.bytesAt(index))
  }
  const site = searchKey(value)
  const fits = rememberedTest((name) => searchKey(name).includes(site))
  return (index) => fits(documents.siteAt(index))
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 * 1024, g: 1024 * 1024 * 1024 }

/** `>20k`, `<1.5m`, in bytes, KiB or MiB; without a sign at least that. What is no size yet, as it is typed, fits all. */
function sizeTest(value: string): (bytes: number) => boolean {
  const [, sign, number, unit = ''] = /^([<>]?)=?(\d+(?:\.\d+)?)([kmg]?)(?:i?b)?$/.exec(value) ?? []
  if (number === undefined) return () => true
  const wanted = Number(number) * (units[unit] ?? 1)
  return sign === '<' ? (bytes) => bytes <= wanted : (bytes) => bytes >= wanted
}
