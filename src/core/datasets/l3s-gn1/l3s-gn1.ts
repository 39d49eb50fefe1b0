import type { DatasetFormat } from '../dataset-format.ts'
import { flatName } from '../flat-name.ts'
import { markedPage, markedPieces } from '../pages/mark-page.ts'
import type { PageMarking } from '../pages/page-marking.ts'
import { pageFile } from '../pages/page-source.ts'
import { readMarkedPage } from '../pages/read-marked-page.ts'
import { l3sClasses, l3sClassOf } from './l3s-classes.ts'

const marking: PageMarking = {
  tool: 'L3S-GN1',
  classOf: l3sClassOf,
  attribute: (pageClass) => `class="x-nc-sel${(l3sClasses as readonly string[]).indexOf(pageClass)}"`,
  classIn(attributes) {
    const number = /(?:^|\s)x-nc-sel([0-5])(?:\s|$)/.exec(attributes.get('class') ?? '')?.[1]
    return number === undefined ? null : (l3sClasses[Number(number)] ?? null)
  },
  unmarked: 'not-content',
}

/**
 * Pages as in the collection L3S-GN1: `original/<name>.html`, and the same as `annotated/<name>.html` with the text in
 * `<span>` elements of the classes `x-nc-sel0` to `x-nc-sel5` (C. Kohlschütter, P. Fankhauser and W. Nejdl, "Boilerplate
 * Detection using Shallow Text Features", WSDM 2010).
 */
export const l3sGn1: DatasetFormat = {
  name: 'l3s-gn1',
  layout: 'folder',
  extension: '.html',
  units: [],
  pieces: (document, context) => [
    { path: `original/${flatName(document.id, '.html')}`, text: pageFile(document) },
    { path: `annotated/${flatName(document.id, '.html')}`, text: markedPage(document, context, marking) },
  ],
  carries: (document, context) => markedPieces(document, context, marking),
  async *read(chunks, name) {
    if (!/(?:^|\/)original\//.test(name)) yield* readMarkedPage(chunks, name, marking)
  },
}
