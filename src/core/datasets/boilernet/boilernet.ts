import type { DatasetFormat } from '../dataset-format.ts'
import { flatName } from '../flat-name.ts'
import { markedPage, markedPieces } from '../pages/mark-page.ts'
import type { PageMarking } from '../pages/page-marking.ts'
import { readMarkedPage } from '../pages/read-marked-page.ts'

const marking: PageMarking = {
  tool: 'BoilerNet',
  classOf: ({ keep }) => (keep ? '1' : '0'),
  attribute: (pageClass) => `__boilernet_label="${pageClass}"`,
  classIn(attributes) {
    const value = attributes.get('__boilernet_label')?.trim()
    return value === '1' || value === '0' ? value : null
  },
  unmarked: '0',
}

/**
 * A folder of pages as BoilerNet's `preprocess.py` reads them: text that is kept stands in a `<span>` with
 * `__boilernet_label="1"`, other text in one with `"0"` (J. Leonhardt, A. Anand and M. Khosla, "Boilerplate Removal Using a
 * Neural Sequence Labeling Model", WWW 2020).
 */
export const boilernet: DatasetFormat = {
  name: 'boilernet',
  layout: 'folder',
  extension: '.html',
  units: [],
  pieces: (document, context) => [
    { path: flatName(document.id, '.html'), text: markedPage(document, context, marking) },
  ],
  carries: (document, context) => markedPieces(document, context, marking),
  read: (chunks, name) => readMarkedPage(chunks, name, marking),
}
