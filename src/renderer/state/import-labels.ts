import { annotatorNameSchema } from '../../core/annotator-name.ts'
import type { Request, Value } from '../../core/contract.ts'
import { defaultLeastAligned, type ImportPreview } from '../../core/contract-import.ts'
import type { ImportFormat } from '../../core/datasets/import-formats.ts'
import type { OffsetUnit } from '../../core/offsets.ts'
import type { Reply } from '../../core/reply.ts'
import { modelNameSchema } from '../../core/suggestions/named-suggestions-file.ts'
import type { Controller } from './controller.ts'

/** The files that labels are taken from. */
export interface ImportSource {
  readonly source: string
  /** What it is called on the screen. */
  readonly name: string
}

/** What becomes of a label of the file: it is added to the label set, left out, or taken as a label of the set. */
export type LabelFate =
  | { readonly kind: 'add' }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'as'; readonly label: string }

/** How labels are to be taken in. */
export interface ImportChoice {
  /** Null: as it is guessed. */
  readonly format: ImportFormat | null
  readonly as: 'labels' | 'suggestions'
  readonly annotator: string
  readonly model: string
  /** Only what the file says is by this annotator or model. */
  readonly of: string | null
  readonly unit: OffsetUnit | null
  readonly fates: ReadonlyMap<string, LabelFate>
  readonly overwrite: boolean
}

export const firstImportChoice = (annotator: string): ImportChoice => ({
  format: null,
  as: 'labels',
  annotator,
  model: '',
  of: null,
  unit: null,
  fates: new Map(),
  overwrite: false,
})

/** What an import of this choice asks of the service but its job; null while a name is missing or no name. */
export function importRequest(
  corpus: string,
  source: string,
  choice: ImportChoice,
): Omit<Request<'importLabels'>, 'job'> | null {
  const { format, unit, of, fates } = choice
  const given =
    choice.as === 'labels'
      ? ({ kind: 'labels', annotator: annotatorNameSchema.safeParse(choice.annotator).data } as const)
      : ({ kind: 'suggestions', model: modelNameSchema.safeParse(choice.model).data } as const)
  const as =
    given.kind === 'labels'
      ? given.annotator !== undefined && { kind: given.kind, annotator: given.annotator }
      : given.model !== undefined && { kind: given.kind, model: given.model }
  if (!as) return null
  const labels: { label: string; becomes: string | null }[] = []
  for (const [label, fate] of fates)
    if (fate.kind !== 'add') labels.push({ label, becomes: fate.kind === 'as' ? fate.label : null })
  return {
    corpus,
    source,
    as,
    labels,
    others: [...fates.values()].some(({ kind }) => kind === 'add') ? 'add' : 'refuse',
    overwrite: choice.overwrite,
    leastAligned: defaultLeastAligned,
    ...(format === null ? {} : { format }),
    ...(unit === null ? {} : { unit }),
    ...(of === null ? {} : { of }),
  }
}

/** Labels of the files that need a decision: `known` ones, and those that a further preview tells of. */
export function labelsToDecide(known: readonly string[], preview: ImportPreview): readonly string[] {
  const more = preview.labels
    .filter(({ name, becomes, missing }) => !known.includes(name) && (missing || becomes !== name))
    .map(({ name }) => name)
  return more.length === 0 ? known : [...known, ...more]
}

/** The bytes of a file that are sent at once; a multiple of three, so that Base64 has no padding within a file. */
const part = 1536 * 1024

/**
 * Sends files to the service. Returns their source, or the sentence why they cannot be sent; null if `signal` ended it.
 * @param onProgress is told bytes
 */
export async function sendFiles(
  controller: Pick<Controller, 'invoke'>,
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ImportSource | { readonly trouble: string } | null> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let source: string | null = null
  let done = 0
  for (const file of files) {
    const name = file.webkitRelativePath || file.name
    for (let start = 0; start === 0 || start < file.size; start += part) {
      if (signal.aborted) return null
      const piece = file.slice(start, start + part)
      const bytes = await base64Of(piece).catch((error: unknown) => ({ error }))
      if (typeof bytes !== 'string') return { trouble: `${name}: ${String(bytes.error)}` }
      const reply: Reply<Value<'uploadImport'>> = await controller.invoke('uploadImport', {
        source,
        name,
        bytes,
      })
      if (!reply.ok) return { trouble: reply.message }
      source = reply.value.source
      done += piece.size
      onProgress(done, total)
    }
  }
  const [first] = files
  if (source === null || !first) return null
  return { source, name: first.webkitRelativePath.split('/')[0] || files.map(({ name }) => name).join(', ') }
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(piece)
  })
}
