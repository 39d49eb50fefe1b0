const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What `record` holds at `path`, names joined with dots, or undefined. A name that holds a dot itself is found too.
 * Looks at a record's own names only, so that no record can reach what the program inherits.
 */
export function columnValue(record: unknown, path: string): unknown {
  if (!isObject(record)) return undefined
  if (Object.hasOwn(record, path)) return record[path]
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const name = path.slice(0, dot)
    if (!Object.hasOwn(record, name)) continue
    const value = columnValue(record[name], path.slice(dot + 1))
    if (value !== undefined) return value
  }
  return undefined
}

const deepest = 8
const mostColumns = 500

/** The columns of `record` by their paths, in order: all that is no object; a list counts as one value. */
export function flatColumns(record: unknown): [path: string, value: unknown][] {
  const columns: [string, unknown][] = []
  // Names are joined from the second on, not from the first that is not empty: an empty name is a name too.
  const visit = (value: unknown, path: string, depth: number): void => {
    if (columns.length === mostColumns) return
    if (!isObject(value)) columns.push([path, value])
    else if (depth < deepest)
      for (const name of Object.keys(value))
        visit(value[name], depth === 0 ? name : `${path}.${name}`, depth + 1)
  }
  if (isObject(record)) visit(record, '', 0)
  return columns
}
