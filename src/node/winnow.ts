import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { toAnnotatorName } from '../core/annotator-name.ts'
import type { Service } from '../core/contract.ts'
import { CorpusBackups } from './backups/corpus-backups.ts'
import { DailySnapshots } from './backups/daily-snapshots.ts'
import { CorpusColumns } from './corpus-columns.ts'
import { CorpusSearches } from './corpus-searches.ts'
import { CorpusSurveys } from './corpus-surveys.ts'
import { EventHub } from './event-hub.ts'
import { CorpusExports } from './export/corpus-exports.ts'
import { FolderRegistry } from './folder-registry.ts'
import { CorpusFollowing } from './following/corpus-following.ts'
import { CorpusImports } from './import/corpus-imports.ts'
import { LabelSetChanges } from './label-set-changes.ts'
import { IndexThreads } from './listing/index-threads.ts'
import { OpenCorpora } from './open-corpora.ts'
import { CorpusRecovery } from './recovery/corpus-recovery.ts'
import { CorpusRepetitions } from './repetition/corpus-repetitions.ts'
import { Propagations } from './repetition/propagations.ts'
import { SampleCorpus } from './sample-corpus.ts'
import { CorpusSuggestions } from './suggestions/corpus-suggestions.ts'
import { FolderSuggestions } from './suggestions/folder-suggestions.ts'
import { userFolder } from './user-folder.ts'
import { UserState } from './user-state.ts'
import { winnowService } from './winnow-service.ts'
import { CorpusWorkLists } from './work-lists/corpus-work-lists.ts'

/** What a host tells the service about itself, and what only that host can do. */
export interface WinnowOptions {
  readonly host: 'electron' | 'web' | 'cli'
  /** Winnow's version, for the interface. */
  readonly version: string
  /** Winnow's `resources` folder, in which the sample corpus lies. */
  readonly resources: string
  /** The built program of a search thread; without it, nothing is searched. */
  readonly searchProgram?: string | undefined
  /** The built program of a repetition thread; without it, repeated lines are not counted. */
  readonly repetitionProgram?: string | undefined
  /** The built program of a suggestion thread; without it, nothing is suggested. */
  readonly suggestionProgram?: string | undefined
  /** The built program of an index thread; without it, dumps are looked into in this thread. */
  readonly indexProgram?: string | undefined
  /** Folders named on the command line, as absolute paths. */
  readonly given: readonly string[]
  /** Whether the interface opens the first given folder at once. */
  readonly openFirst: boolean
  /** Annotator named on the command line; the user's own name if not given. */
  readonly annotator?: string | undefined
  /** Where labels are kept instead of beside the dumps, if named on the command line. */
  readonly labelsFolder?: string | undefined
  /** Where the user's own state is kept: recent folders, places. {@link userFolder} if not given. */
  readonly userFolder?: string | undefined
  /** Shows the system's dialog; resolves to an absolute path, or null if the user chose nothing. */
  readonly chooseFolder?: (() => Promise<string | null>) | undefined
  readonly chooseExportPath?: ((suggested: string) => Promise<string | null>) | undefined
  readonly chooseImportPath?: ((kind: 'file' | 'folder') => Promise<string | null>) | undefined
  /** What time it is; the system's clock if not given. */
  readonly now?: (() => Date) | undefined
  /** Told of errors that nobody foresaw. */
  readonly log?: ((error: unknown) => void) | undefined
}

/** The running service. */
export interface Winnow {
  readonly service: Service
  readonly events: EventHub
  /** The folder id for a path that the command line or a dialog named. */
  folderId(path: string): string
  /** The id of a place that the command line named, for `exportCorpus`; `overwrite` if it may replace a file. */
  exportTarget(path: string, overwrite: boolean): string
  /** The id of a file or folder that the command line named, for `importLabels`. */
  importSource(path: string): string
  /** The absolute path of a finished export by the id in its reply's `download`; null if there is none. */
  exportFile(download: string): string | null
  /** Waits until everything is on the disk, then ends background work. */
  close(): Promise<void>
}

/** Starts the service. Writes nothing to the disk until a call asks for it. */
export async function createWinnow(options: WinnowOptions): Promise<Winnow> {
  const log = options.log ?? ((error: unknown) => console.error(error))
  const home = resolve(options.userFolder ?? userFolder())
  const labelsFolder = options.labelsFolder === undefined ? undefined : resolve(options.labelsFolder)
  const events = new EventHub()
  const folders = new FolderRegistry()
  const state = new UserState(home, log)
  const sample = new SampleCorpus(options.resources, home)
  const exports = new CorpusExports(events, options.version)
  const imports = new CorpusImports(events)
  const searches = new CorpusSearches(events, options.searchProgram)
  const repetitions = new CorpusRepetitions(events, options.repetitionProgram)
  const suggestions = new CorpusSuggestions(events, repetitions, options.suggestionProgram)
  const propagations = new Propagations(events, repetitions)
  const folderSuggestions = new FolderSuggestions(events, exports, options.suggestionProgram)
  const surveys = new CorpusSurveys(events)
  const workLists = new CorpusWorkLists(events, state)
  const following = new CorpusFollowing(events, log)
  const indexing = new IndexThreads(options.indexProgram)
  const columns = new CorpusColumns(events, indexing, repetitions)
  const now = options.now ?? (() => new Date())
  const snapshots = new DailySnapshots({
    now,
    onTrouble: (path, message) => {
      for (const corpus of corpora.at(path)) events.emit('backup-trouble', { corpus, message })
    },
    log,
  })
  const labelSets = new LabelSetChanges(events, {
    offer: (path) => exports.offer(path),
    beforeRewriting: (path) => snapshots.whole(path),
    now,
  })

  const backups = new CorpusBackups({
    events,
    labelSets,
    now,
    onReplaced: (corpus, summaries) => {
      corpora.labelsReplaced(corpus, summaries)
      for (const { document } of summaries) {
        suggestions.settled(corpus.folder.id, document)
        repetitions.settled(corpus.folder.id, document)
      }
    },
  })

  let named = options.annotator
  const annotator = async (): Promise<string> =>
    named ?? (await state.read()).annotator ?? toAnnotatorName(userInfo().username)
  const renameAnnotator = async (name: string): Promise<void> => {
    named = name
    await state.setAnnotator(name)
  }

  const corpora = new OpenCorpora({
    interactive: options.host !== 'cli',
    folders,
    state,
    events,
    sample,
    userFolder: home,
    labelsFolder,
    indexing,
    snapshots,
    onListed: (corpus) => {
      if (options.host === 'cli') return
      repetitions.follow(corpus).catch(log)
      const { id } = corpus.folder
      following
        .run(corpus, ({ followed, troubles }) => {
          corpora.labelsFollowed(corpus, followed, troubles)
          for (const { to } of followed) {
            suggestions.settled(id, to)
            repetitions.settled(id, to)
          }
        })
        .catch(log)
    },
    annotator,
    log,
  })
  return {
    service: winnowService({
      options,
      events,
      recovery: new CorpusRecovery(home, corpora),
      folders,
      state,
      sample,
      corpora,
      exports,
      imports,
      backups,
      labelSets,
      searches,
      suggestions,
      folderSuggestions,
      propagations,
      repetitions,
      workLists,
      columns,
      surveys,
      annotator,
      renameAnnotator,
    }),
    events,
    folderId: (path) => folders.register(path).id,
    exportTarget: (path, overwrite) => exports.registerTarget({ path: resolve(path), overwrite }),
    importSource: (path) => imports.sources.register(resolve(path)),
    exportFile: (download) => exports.file(download),
    close: async () => {
      await exports.close()
      await imports.close()
      await backups.close()
      await labelSets.close()
      await workLists.close()
      await columns.close()
      await surveys.close()
      await propagations.close()
      await repetitions.close()
      await searches.close()
      await folderSuggestions.close()
      await suggestions.close()
      await following.close()
      await corpora.close()
      await state.flush()
    },
  }
}
