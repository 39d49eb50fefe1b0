/** The columns of a table with a segment a row. */
export const csvColumns = [
  'document',
  'start',
  'end',
  'label',
  'text',
  'by',
  'from',
  'labelled_by',
  'status',
  'split',
  'url',
  'sha256',
  'offsets',
  /** Whether cells of the row that look like a formula have an apostrophe before them that is not theirs. */
  'defused',
] as const
