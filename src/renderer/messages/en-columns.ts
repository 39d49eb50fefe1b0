/** The English messages about metadata columns in the list of documents. */
export const enColumns = {
  'column.choice': 'By a column',
  'column.repeated': 'Lines on other pages, in %',
  'column.none': 'none',
  'column.hint': 'text, = word, > 0.5',
  'column.filter': 'Only documents whose {{column}} is',
  'column.leave': 'No longer by {{column}}',
  'column.reading': 'The column is being read',
  'column.read': '{{share}} read',
  'column.stop': 'Stop',
  'column.again': 'Read again',
  'column.missing_one': 'Not known of {{count}} document yet',
  'column.missing_other': 'Not known of {{count}} documents yet',
  'column.dropped_one':
    'The column has too many different texts: {{count}} document counts as without a value.',
  'column.dropped_other':
    'The column has too many different texts: {{count}} documents count as without a value.',
  'list.by-column': 'Column',
  'list.by-reader': 'Kind of dump',
}
