import type { CallName } from '../core/call-names.ts'

const megabyte = 1024 * 1024

/** A part of a file that is taken in has 6 MB at most, and everything else that a person does is far smaller. */
const ordinary = 8 * megabyte

/** The edits of one step on a very long document; the ids of all documents of a large corpus. */
const larger: Partial<Record<CallName, number>> = {
  applyEdits: 64 * megabyte,
  previewWorkList: 64 * megabyte,
  makeWorkList: 64 * megabyte,
}

/** How many bytes a request of the call `name` may have; any name may be asked for. */
export const largestRequest = (name: string): number =>
  new Map<string, number>(Object.entries(larger)).get(name) ?? ordinary
