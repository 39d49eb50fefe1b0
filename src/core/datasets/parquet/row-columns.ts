/** A column of a table of rows; a list holds rows of its own in each row. */
export type RowColumn =
  | { readonly name: string; readonly type: 'string' | 'int32'; readonly nullable: boolean }
  | { readonly name: string; readonly list: readonly RowColumn[] }

/** What stands in a row, by the names of the columns. */
export interface Row {
  readonly [column: string]: string | number | null | readonly Row[]
}

const text = (name: string): RowColumn => ({ name, type: 'string', nullable: false })
const textOrNull = (name: string): RowColumn => ({ name, type: 'string', nullable: true })
const whole = (name: string): RowColumn => ({ name, type: 'int32', nullable: false })

const mark = [textOrNull('label'), textOrNull('by'), textOrNull('from')]

/** What is known of a page beside its text and labels. */
const facts = [text('sha256'), text('encoding'), ...['url', 'site', 'language', 'date'].map(textOrNull)]

const splitColumn = textOrNull('split')

/** The columns of a table with a document in each row. @param withSplit whether a column says its split */
export const documentColumns = (withSplit: boolean): readonly RowColumn[] => [
  text('id'),
  text('text'),
  text('offsets'),
  { name: 'segments', list: [whole('start'), whole('end'), text('text'), ...mark] },
  text('annotator'),
  text('status'),
  text('note'),
  ...facts,
  text('metadata'),
  ...(withSplit ? [splitColumn] : []),
]

/** The columns of a table with a segment in each row. @param withSplit whether a column says its document's split */
export const segmentColumns = (withSplit: boolean): readonly RowColumn[] => [
  text('document'),
  whole('number'),
  text('offsets'),
  whole('start'),
  whole('end'),
  text('text'),
  ...mark,
  text('annotator'),
  text('status'),
  ...facts,
  ...(withSplit ? [splitColumn] : []),
]
