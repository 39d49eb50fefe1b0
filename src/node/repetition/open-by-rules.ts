import type { Value } from '../../core/contract.ts'
import type { Edit } from '../../core/edit.ts'
import { propagationEdits } from '../../core/repetition/propagation.ts'
import { labelsByRules, ruleBook } from '../../core/repetition/rules.ts'
import { fromRule } from '../../core/segment.ts'
import { siteOf } from '../../core/site-of.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { fileExists } from '../file-exists.ts'
import { labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { RulesStore } from './rules-store.ts'

/**
 * Opens the document. One that this annotator has no labels file for gets the labels that the corpus's rules give at
 * once, and the reply tells the edits, so that a window can take them back. @throws WinnowError
 */
export async function openByRules(corpus: OpenCorpus, document: string): Promise<Value<'openDocument'>> {
  const edits = await labelByRules(corpus, document)
  const reply = await corpus.store.session(document).open()
  return reply.kind === 'open' && edits.length > 0 ? { ...reply, byRules: edits } : reply
}

async function labelByRules(corpus: OpenCorpus, document: string): Promise<Edit[]> {
  const { home, annotator, store } = corpus
  if (!home.writable || (await fileExists(labelsPath(home.path, annotator, document)))) return []
  const { labelSet } = await new ProjectStore(home.path).read()
  const known = new Set(labelSet.labels.map(({ name }) => name))
  const rules = (await readRules(home.path)).filter(({ mode, label }) => mode === 'label' && known.has(label))
  if (rules.length === 0) return []
  const book = ruleBook(rules)
  const session = store.session(document)
  // Its own word, as the list may not know of it yet.
  const site = siteOf(document, (await session.read()).facts.url)
  let edits: Edit[] = []
  await session.apply((text, annotation) => {
    const labels = labelsByRules(text, annotation.segments, book, site)
    edits = propagationEdits(annotation, labels, fromRule)
    return edits
  }, 'rules')
  return edits
}

/** Rules that cannot be read keep no document from being opened; `listRules` says what is wrong. */
async function readRules(home: string) {
  try {
    return (await new RulesStore(home).read()).rules
  } catch (error) {
    if (error instanceof WinnowError) return []
    throw error
  }
}
