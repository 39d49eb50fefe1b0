import type { Service } from '../../core/contract.ts'
import type { recoveryCalls as calls } from '../../core/contract-recovery.ts'
import type { CorpusRecovery } from './corpus-recovery.ts'

/** The calls about labels that could not be saved. */
export const recoveryCalls = (recovery: CorpusRecovery): Pick<Service, keyof typeof calls> => ({
  keepEdits: (request) => recovery.keep(request),
  listRecovery: (request) => recovery.list(request),
  recoverEdits: (request) => recovery.recover(request),
  discardRecovery: (request) => recovery.discard(request),
})
