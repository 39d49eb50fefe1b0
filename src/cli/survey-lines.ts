import type { Survey } from '../core/contract-survey.ts'

/** How many languages are shown. */
const shownLanguages = 20

/** What a corpus is made of, as lines for a person. */
export function surveyLines({ readers, languages, contents }: Survey): string[] {
  const lines = [`  by kind: ${listed(readers.map(({ reader, documents }) => [reader, documents]))}`]
  if (contents === null) {
    if (readers.length === 0) return []
    // Where nothing is known, that is no news.
    return languages.some(({ language }) => language !== '') ? [...lines, languageLine(languages)] : lines
  }
  const { encodings, converted, undecodable } = contents
  lines.push(
    `  by encoding: ${listed(encodings.map(({ encoding, documents }) => [encoding, documents]))}`,
    languageLine(contents.languages),
  )
  if (converted > 0) lines.push(`  made of HTML: ${converted}`)
  if (undecodable > 0) lines.push(`  with characters that could not be decoded: ${undecodable}`)
  return lines
}

function languageLine(languages: Survey['languages']): string {
  const named = languages.map(({ language, documents }): [string, number] => [
    language || 'not known',
    documents,
  ])
  const others = named.slice(shownLanguages).reduce((sum, [, documents]) => sum + documents, 0)
  const shown = named.slice(0, shownLanguages)
  return `  by language: ${listed(others > 0 ? [...shown, ['others', others]] : shown)}`
}

const listed = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([name, documents]) => `${documents} ${name}`).join(', ')
