import type { ColumnMetaData, FileMetaData, SchemaElement } from 'hyparquet'
import { parquetSchema } from 'hyparquet'
import { say } from '../../../core/sentences/say.ts'

/** A column that holds values itself, and not other columns. */
export interface LeafColumn {
  /** Names from the outermost on, joined with dots; the parts that make up a list are left out: `tags`. */
  readonly path: string
  readonly pathInSchema: readonly string[]
  /** The way to it from the root of the schema. */
  readonly elements: readonly SchemaElement[]
  /** True if a row can have any number of values of it. */
  readonly isList: boolean
  /** True if its values are runs of bytes of any length, which text is kept as. */
  readonly isText: boolean
}

type Node = ReturnType<typeof parquetSchema>

/** The leaf columns of a file in order. Maps are left out. */
export function leafColumns(metadata: FileMetaData): LeafColumn[] {
  const leaves: LeafColumn[] = []
  const visit = (node: Node, above: readonly Node[]): void => {
    const way = [...above, node]
    if (node.element.converted_type === 'MAP' || node.element.converted_type === 'MAP_KEY_VALUE') return
    if (node.children.length > 0) for (const child of node.children) visit(child, way)
    else leaves.push(leafAt(way))
  }
  const root = parquetSchema(metadata)
  for (const child of root.children) visit(child, [root])
  return leaves
}

function leafAt(way: readonly Node[]): LeafColumn {
  const elements = way.map(({ element }) => element)
  const list = elements.findIndex(({ repetition_type }) => repetition_type === 'REPEATED')
  const names = elements.slice(1).map(({ name }) => name)
  // `tags.list.element` is the list `tags`.
  const isWrapped = list > 1 && elements[list - 1]?.converted_type === 'LIST'
  const shown = list === -1 ? names : names.slice(0, isWrapped ? list - 1 : list)
  return {
    path: shown.join('.'),
    pathInSchema: names,
    elements,
    isList: list !== -1,
    isText: list === -1 && elements.at(-1)?.type === 'BYTE_ARRAY',
  }
}

/** What the file says of the values of `leaf` in one of its row groups. @throws Error if it says nothing */
export function chunkOf(rowGroup: FileMetaData['row_groups'][number], leaf: LeafColumn): ColumnMetaData {
  const key = leaf.pathInSchema.join('\0')
  const chunk = rowGroup.columns.find(({ meta_data }) => meta_data?.path_in_schema.join('\0') === key)
  if (!chunk?.meta_data || chunk.file_path) throw new Error(say`its values are in another file or encrypted`)
  return chunk.meta_data
}

/** The schema of a file that had this column only. */
export const schemaOf = (leaf: LeafColumn): SchemaElement[] =>
  leaf.elements.map((element, depth) =>
    depth < leaf.elements.length - 1 ? { ...element, num_children: 1 } : element,
  )
