import { viBackups } from './vi-backups.ts'
import { viDocuments } from './vi-documents.ts'
import { viExport } from './vi-export.ts'
import { viImport } from './vi-import.ts'
import { viImportFiles } from './vi-import-files.ts'
import { viLabelSets } from './vi-label-sets.ts'
import { viListing } from './vi-listing.ts'
import { viMerging } from './vi-merging.ts'
import { viReaders } from './vi-readers.ts'
import { viRecovery } from './vi-recovery.ts'
import { viRepetition } from './vi-repetition.ts'
import { viSearch } from './vi-search.ts'
import { viSuggestions } from './vi-suggestions.ts'
import { viWorkLists } from './vi-work-lists.ts'

/** The catalogues of sentences in English, as `say` names them, and in Vietnamese; by what they are about. */
export const viCatalogues: readonly Readonly<Record<string, string>>[] = [
  viBackups,
  viDocuments,
  viExport,
  viImport,
  viImportFiles,
  viLabelSets,
  viListing,
  viMerging,
  viReaders,
  viRecovery,
  viRepetition,
  viSearch,
  viSuggestions,
  viWorkLists,
]

/** All of them; each sentence is in one catalogue only. */
export const vi: Readonly<Record<string, string>> = Object.assign({}, ...viCatalogues)
