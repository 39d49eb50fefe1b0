/** What can be said in YAML here. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue }

/**
 * The value as block YAML that every version reads alike: text stands in quotation marks, as JSON, unless it is plain
 * beyond doubt. Ends with a line end.
 */
export function yamlOf(value: { readonly [key: string]: YamlValue }): string {
  return linesOf(value)
    .map((line) => `${line}\n`)
    .join('')
}

function linesOf(value: YamlValue): string[] {
  if (isList(value)) return value.flatMap((item) => nested(item, '- '))
  if (typeof value !== 'object') return [scalar(value)]
  return Object.entries(value).flatMap(([key, item]) => {
    if (typeof item !== 'object') return [`${scalar(key)}: ${scalar(item)}`]
    const lines = linesOf(item)
    if (lines.length === 0) return [`${scalar(key)}: ${isList(item) ? '[]' : '{}'}`]
    return [`${scalar(key)}:`, ...(isList(item) ? lines : lines.map((line) => `  ${line}`))]
  })
}

/** The lines of an item of a list: the mark before the first, the others below it. */
function nested(item: YamlValue, mark: string): string[] {
  const lines = linesOf(item)
  if (lines.length === 0) return [`${mark}${isList(item) ? '[]' : '{}'}`]
  return lines.map((line, index) => `${index === 0 ? mark : '  '}${line}`)
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value)

/** Words that some versions of YAML take for something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i
const plain = /^[A-Za-z_][\w./*-]*$/

/** Characters that YAML wants escaped and JSON does not. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  if (plain.test(value) && !reserved.test(value)) return value
  return JSON.stringify(value).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
