import { WinnowError } from '../winnow-error.ts'

/** The error that tells why something in a file of labels is not taken in, as a sentence. */
export const refused = (reason: string): WinnowError => new WinnowError('record-refused', reason)
