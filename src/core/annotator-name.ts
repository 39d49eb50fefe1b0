import { givenNameSchema } from './given-name.ts'

/** The name of an annotator, which is also the name of a folder. */
export const annotatorNameSchema = givenNameSchema

/** `wanted` if it can name an annotator, else the nearest name that can, else `annotator`. */
export function toAnnotatorName(wanted: string): string {
  const cleaned = wanted
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 64)
    .replace(/\p{Cs}$/u, '')
    .replace(/[.-]+$/, '')
  return annotatorNameSchema.safeParse(cleaned).success ? cleaned : 'annotator'
}
