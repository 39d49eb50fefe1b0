import type { Folder, Service } from '../core/contract.ts'
import { languageFor } from '../core/language-for.ts'
import { say, speak } from '../core/sentences/say.ts'
import { WinnowError } from '../core/winnow-error.ts'
import { backupCalls } from './backups/backup-calls.ts'
import type { CorpusBackups } from './backups/corpus-backups.ts'
import { checkCorpus } from './check-corpus.ts'
import { columnCalls } from './column-calls.ts'
import type { CorpusColumns } from './corpus-columns.ts'
import type { CorpusSearches } from './corpus-searches.ts'
import { statsOfCorpus } from './corpus-stats.ts'
import type { CorpusSurveys } from './corpus-surveys.ts'
import { detailsCalls } from './details-calls.ts'
import type { EventHub } from './event-hub.ts'
import type { CorpusExports } from './export/corpus-exports.ts'
import { exportCalls } from './export/export-calls.ts'
import type { FolderRegistry } from './folder-registry.ts'
import { GuidelinesStore } from './guidelines-store.ts'
import type { CorpusImports } from './import/corpus-imports.ts'
import { importCalls } from './import/import-calls.ts'
import type { LabelSetChanges } from './label-set-changes.ts'
import { mergingCalls } from './merging/merging-calls.ts'
import type { OpenCorpora } from './open-corpora.ts'
import { readingCalls } from './reading-calls.ts'
import type { CorpusRecovery } from './recovery/corpus-recovery.ts'
import { recoveryCalls } from './recovery/recovery-calls.ts'
import type { CorpusRepetitions } from './repetition/corpus-repetitions.ts'
import { openByRules } from './repetition/open-by-rules.ts'
import type { Propagations } from './repetition/propagations.ts'
import { repetitionCalls } from './repetition/repetition-calls.ts'
import type { SampleCorpus } from './sample-corpus.ts'
import type { CorpusSuggestions } from './suggestions/corpus-suggestions.ts'
import type { FolderSuggestions } from './suggestions/folder-suggestions.ts'
import { NamedSuggestionsStore } from './suggestions/named-suggestions-store.ts'
import type { UserState } from './user-state.ts'
import type { WinnowOptions } from './winnow.ts'
import type { CorpusWorkLists } from './work-lists/corpus-work-lists.ts'
import { workListCalls } from './work-lists/work-list-calls.ts'

/** What the calls are made of. */
export interface ServiceParts {
  readonly options: WinnowOptions
  readonly events: EventHub
  readonly folders: FolderRegistry
  readonly state: UserState
  readonly sample: SampleCorpus
  readonly corpora: OpenCorpora
  readonly exports: CorpusExports
  readonly imports: CorpusImports
  readonly backups: CorpusBackups
  readonly labelSets: LabelSetChanges
  readonly searches: CorpusSearches
  readonly suggestions: CorpusSuggestions
  readonly folderSuggestions: FolderSuggestions
  readonly propagations: Propagations
  readonly repetitions: CorpusRepetitions
  readonly recovery: CorpusRecovery
  readonly workLists: CorpusWorkLists
  readonly columns: CorpusColumns
  readonly surveys: CorpusSurveys
  readonly annotator: () => Promise<string>
  readonly renameAnnotator: (name: string) => Promise<void>
}

/** Every call of the contract, on top of the parts that do the work. */
export function winnowService(parts: ServiceParts): Service {
  const {
    options,
    events,
    folders,
    state,
    sample,
    corpora,
    exports,
    labelSets,
    searches,
    suggestions,
    repetitions,
  } = parts
  const given: Folder[] = options.given.map((path) => folders.register(path))
  let systemLanguages: readonly string[] | null = null
  /** Not before a window has told what it shows: the command line is in English. */
  const chooseLanguage = async (): Promise<void> => {
    if (systemLanguages) speak(languageFor((await state.preferences()).language, systemLanguages))
  }
  const settled = (corpus: string, document: string): void => {
    suggestions.settled(corpus, document)
    repetitions.settled(corpus, document)
  }
  return {
    home: async ({ languages }) => {
      // Also what is wrong with the file that holds the user's choice, which is said as it is read.
      if (languages && !systemLanguages) speak(languageFor('system', languages))
      if (languages) systemLanguages = languages
      await chooseLanguage()
      return {
        host: options.host,
        version: options.version,
        annotator: await parts.annotator(),
        given,
        recent: (await state.read()).recent.map((path) => folders.register(path)),
        sample: (await sample.exists()) ? folders.register(sample.path) : null,
        start: options.openFirst ? (given[0]?.id ?? null) : null,
        preferences: await state.preferences(),
        trouble: state.trouble,
      }
    },
    chooseFolder: async () => {
      const path = await dialog(options.chooseFolder)()
      return path === null ? null : folders.register(path)
    },
    setAnnotator: async ({ name }) => {
      await parts.renameAnnotator(name)
      return {}
    },
    savePreferences: async ({ change }) => {
      await state.changePreferences(change)
      await chooseLanguage()
      events.emit('preferences-changed', { change })
      return {}
    },
    openCorpus: ({ folder }) => corpora.open(folder),
    keepLabelsIn: ({ corpus }) => corpora.keepElsewhere(corpus),
    openDocument: async ({ corpus, document }) =>
      openByRules(await corpora.withDocument(corpus, document), document),
    settleDocument: async ({ corpus, document, choice }) => {
      const { store } = await corpora.withDocument(corpus, document)
      const reply = await store.session(document).settle(choice)
      settled(corpus, document)
      return reply
    },
    applyEdits: async ({ corpus, document, edits, client, seconds }) => {
      const { store } = await corpora.withDocument(corpus, document)
      const session = store.session(document)
      const onlyTime = edits.length === 0 && seconds !== undefined
      return {
        revision: onlyTime ? await session.addTime(seconds) : await session.apply(edits, client, seconds),
      }
    },
    savePlace: async ({ corpus, document, segment }) => {
      const { folder, annotator } = await corpora.withDocument(corpus, document)
      state.setPlace(folder.path, annotator, { document, segment })
      return {}
    },
    ...exportCalls(corpora, exports, options.chooseExportPath),
    ...backupCalls(corpora, parts.backups),
    ...importCalls(corpora, parts.imports, options.chooseImportPath),
    cancelJob: async ({ job }) => {
      exports.cancel(job)
      parts.imports.cancel(job)
      parts.backups.cancel(job)
      labelSets.cancel(job)
      searches.cancel(job)
      suggestions.cancel(job)
      parts.folderSuggestions.cancel(job)
      parts.propagations.cancel(job)
      parts.workLists.cancel(job)
      parts.columns.cancel(job)
      parts.surveys.cancel(job)
      return {}
    },
    searchDocument: (request) =>
      searches.searchDocument(() => corpora.withDocument(request.corpus, request.document), request),
    searchCorpus: (request) => searches.searchCorpus(() => corpora.get(request.corpus), request),
    statsCorpus: async ({ corpus, list }) => statsOfCorpus(await corpora.complete(corpus), list),
    setSegmentation: async ({ corpus, rule }) => {
      await corpora.setSegmentation(corpus, rule)
      await repetitions.ruleChanged(await corpora.get(corpus))
      return {}
    },
    suggestDocument: async (request) =>
      suggestions.suggest(await corpora.withDocument(request.corpus, request.document), request),
    setSuggestions: async ({ corpus, ...change }) => {
      await suggestions.set(await corpora.get(corpus), change)
      return {}
    },
    listModels: async ({ corpus }) => ({
      models: await new NamedSuggestionsStore((await corpora.get(corpus)).home.path).models(),
    }),
    reviewLabels: async (request) => suggestions.review(await corpora.get(request.corpus), request),
    keepReviewed: async (request) => {
      await suggestions.keep(await corpora.get(request.corpus), request)
      return {}
    },
    suggestCorpus: async (request) =>
      parts.folderSuggestions.run(await corpora.complete(request.corpus), request),
    nextDocuments: async (request) => suggestions.next(await corpora.get(request.corpus), request),
    surveyCorpus: async (request) => parts.surveys.run(await corpora.complete(request.corpus), request),
    checkCorpus: async ({ corpus }) => {
      const { folder, home, documents, source } = await corpora.complete(corpus)
      return { corpus: folder.path, ...(await checkCorpus(source, home.path, documents)) }
    },
    listTroubles: async ({ corpus, offset, limit }) => {
      const troubles = await corpora.troubles(corpus)
      return { total: troubles.length, troubles: troubles.slice(offset, offset + limit) }
    },
    retryTroubles: async ({ corpus }) => {
      await corpora.retry(corpus)
      return {}
    },
    stopListing: async ({ corpus }) => {
      await corpora.stopListing(corpus)
      return {}
    },
    previewLabelSet: async (request) => labelSets.preview(await corpora.get(request.corpus), request),
    changeLabelSet: async (request) => labelSets.change(await corpora.get(request.corpus), request),
    undoLabelSet: async (request) => labelSets.undo(await corpora.get(request.corpus), request),
    exportLabelSet: async ({ corpus, labelSet }) => labelSets.export(await corpora.get(corpus), labelSet),
    ...detailsCalls(corpora),
    ...columnCalls(corpora, parts.columns),
    ...readingCalls(corpora),
    ...recoveryCalls(parts.recovery),
    ...repetitionCalls(corpora, repetitions, parts.propagations),
    ...mergingCalls(corpora, settled),
    ...workListCalls(corpora, parts.workLists),
    readGuidelines: async ({ corpus }) => new GuidelinesStore((await corpora.get(corpus)).home.path).read(),
    saveGuidelines: async ({ corpus, text, version }) =>
      new GuidelinesStore((await corpora.get(corpus)).home.path).save(text, version),
  }
}

function dialog<T>(show: T | undefined): T {
  if (show === undefined)
    throw new WinnowError(
      'not-here',
      say`This Winnow has no such dialog. Name the place on the command line.`,
    )
  return show
}
