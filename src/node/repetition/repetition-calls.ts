import type { Service } from '../../core/contract.ts'
import type { repetitionCalls as calls } from '../../core/contract-repetition.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import type { OpenCorpora } from '../open-corpora.ts'
import type { CorpusRepetitions } from './corpus-repetitions.ts'
import type { Propagations } from './propagations.ts'
import { RulesStore } from './rules-store.ts'

/** The calls about lines that stand on many documents. */
export function repetitionCalls(
  corpora: OpenCorpora,
  repetitions: CorpusRepetitions,
  propagations: Propagations,
): Pick<Service, keyof typeof calls> {
  const rulesOf = async (corpus: string): Promise<RulesStore> =>
    new RulesStore((await corpora.get(corpus)).home.path)
  return {
    repeatsOfDocument: async (request) =>
      repetitions.repeatsOf(await corpora.withDocument(request.corpus, request.document), request),
    listRepeats: async (request) => repetitions.list(await corpora.get(request.corpus), request),
    previewPropagation: async (request) =>
      propagations.preview(await corpora.complete(request.corpus), request),
    propagate: async (request) => propagations.propagate(await corpora.complete(request.corpus), request),
    undoPropagation: async (request) => propagations.undo(await corpora.get(request.corpus), request),
    redoPropagation: async (request) => propagations.redo(await corpora.get(request.corpus), request),
    listRules: async ({ corpus }) => (await rulesOf(corpus)).read(),
    saveRule: async ({ corpus, site, from, ...rule }) => {
      if (rule.scope === 'site' && site === undefined)
        throw new WinnowError('bad-request', say`Say for which site the rule is. Nothing was saved.`)
      const place = { site: rule.scope === 'site' ? (site ?? '') : null, from: from ?? null }
      return { rule: await (await rulesOf(corpus)).save({ ...rule, ...place }) }
    },
    removeRule: async ({ corpus, id }) => {
      await (await rulesOf(corpus)).remove(id)
      return {}
    },
  }
}
