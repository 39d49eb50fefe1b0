import type { SchemaElement } from 'hyparquet'
import type { RowColumn } from '../../../core/datasets/parquet/row-columns.ts'

/** The schema of a Parquet file with these columns. */
export const parquetSchema = (columns: readonly RowColumn[]): SchemaElement[] => [
  { name: 'schema', num_children: columns.length },
  ...columns.flatMap(elementsOf),
]

/** Lists in three levels, which all readers know. */
function elementsOf(column: RowColumn): SchemaElement[] {
  const { name } = column
  if ('list' in column)
    return [
      {
        name,
        converted_type: 'LIST',
        logical_type: { type: 'LIST' },
        repetition_type: 'REQUIRED',
        num_children: 1,
      },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', num_children: column.list.length },
      ...column.list.flatMap(elementsOf),
    ]
  const repetition_type = column.nullable ? 'OPTIONAL' : 'REQUIRED'
  return column.type === 'int32'
    ? [{ name, type: 'INT32', repetition_type }]
    : [
        {
          name,
          type: 'BYTE_ARRAY',
          converted_type: 'UTF8',
          logical_type: { type: 'STRING' },
          repetition_type,
        },
      ]
}
