import type { Request, Value } from '../../core/contract.ts'
import { say } from '../../core/sentences/say.ts'
import { fromNamedSuggestionsFile } from '../../core/suggestions/named-suggestions-file.ts'
import { suggestFromNamed } from '../../core/suggestions/suggest-from-named.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DamagedFile } from '../file-kind.ts'
import { isSameText } from '../judge-labels.ts'
import { suggestionsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { NamedSuggestionsStore, namedSuggestionsKind } from './named-suggestions-store.ts'

/**
 * What the model `name`, whose suggestions were taken in, suggests for the asked segments; nothing where it has said
 * nothing of the document.
 * @throws WinnowError if its suggestions cannot be read, or were for another text of the dump
 */
export async function suggestByNamed(
  { home, source }: OpenCorpus,
  name: string,
  { document, bounds, first, count }: Request<'suggestDocument'>,
): Promise<Value<'suggestDocument'>> {
  const asked = bounds.slice(2 * first, 2 * (first + count))
  const reply = (suggestions: Value<'suggestDocument'>['suggestions']): Value<'suggestDocument'> => ({
    model: { learned: 0, version: 0 },
    suggestions,
  })
  const file = await new NamedSuggestionsStore(home.path).read(name, document)
  if (!file) return reply(Array.from({ length: asked.length / 2 }, () => null))
  const dump = await source.read(document)
  const path = suggestionsPath(home.path, name, document)
  if (!isSameText(file.dump, dump.filed)) throw changedSince(path, document, name)
  try {
    return reply(suggestFromNamed(fromNamedSuggestionsFile(dump.text, file), asked))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DamagedFile(
      'suggestions-damaged',
      namedSuggestionsKind.noun,
      path,
      error.message.replace(/\.$/, ''),
    )
  }
}

const changedSince = (path: string, document: string, name: string): WinnowError =>
  new WinnowError(
    'labels-changed',
    say`The dump of “${document}” changed since the suggestions of “${name}” were taken in, so those in ${path} are not shown. All labels are safe. Import the suggestions again.`,
  )
