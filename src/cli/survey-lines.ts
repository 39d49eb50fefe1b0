import type { Survey } from '../core/contract-survey.ts'

/** How many languages are shown. */
const shownLanguages = 20

/** What a corpus is made of, as lines for a person. */
export function surveyLines({ readers, contents }: Survey): string[] {
  const lines = [`  by kind: ${listed(readers.map(({ reader, documents }) => [reader, documents]))}`]
  if (contents === null) return readers.length === 0 ? [] : lines
  const { encodings, languages, converted, undecodable } = contents
  lines.push(`  by encoding: ${listed(encodings.map(({ encoding, documents }) => [encoding, documents]))}`)
  const named = languages.map(({ language, documents }): [string, number] => [
    language || 'not known',
    documents,
  ])
  const others = named.slice(shownLanguages).reduce((sum, [, documents]) => sum + documents, 0)
  lines.push(
    `  by language: ${listed([...named.slice(0, shownLanguages), ...(others > 0 ? [['others', others] as const] : [])])}`,
  )
  if (converted > 0) lines.push(`  made of HTML: ${converted}`)
  if (undecodable > 0) lines.push(`  with characters that could not be decoded: ${undecodable}`)
  return lines
}

const listed = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([name, documents]) => `${documents} ${name}`).join(', ')
