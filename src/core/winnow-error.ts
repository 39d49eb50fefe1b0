/** What went wrong, as a word that code can act on. The sentence for the user stands beside it. */
export const errorCodes = [
  'bad-request',
  'folder-missing',
  'folder-unreadable',
  'folder-unknown',
  'corpus-unknown',
  'document-unknown',
  'dump-missing',
  'dump-unreadable',
  'dump-binary',
  'dump-too-large',
  'labels-damaged',
  'labels-unreadable',
  'labels-newer',
  'labels-changed',
  'changed-meanwhile',
  'project-damaged',
  'project-newer',
  'rules-damaged',
  'rules-newer',
  'rules-unreadable',
  'work-list-unknown',
  'work-list-exists',
  'work-list-damaged',
  'work-list-newer',
  'work-list-unreadable',
  'work-list-too-long',
  'recovery-damaged',
  'recovery-newer',
  'recovery-unreadable',
  'not-saved',
  'lock-left',
  'read-only',
  'export-exists',
  'export-failed',
  'mappings-damaged',
  'import-failed',
  'record-refused',
  'suggestions-off',
  'suggestions-damaged',
  'suggestions-newer',
  'suggestions-unreadable',
  'search-invalid',
  'search-too-slow',
  'annotator-unknown',
  'cancelled',
  'not-here',
  'no-connection',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/**
 * An error whose message is a sentence for the user: what happened, to which file, what is safe, what to do.
 * `code` is for programs.
 */
export class WinnowError extends Error {
  override readonly name = 'WinnowError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
