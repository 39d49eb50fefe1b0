import { join } from 'node:path'
import type { Value } from '../core/contract.ts'
import { fromLabelsFile, type LabelsFile } from '../core/labels-file.ts'
import type { DocumentTable } from '../core/listing/document-table.ts'
import { WinnowError } from '../core/winnow-error.ts'
import type { DocumentSource } from './document-source.ts'
import { DamagedFile, DurableFile } from './durable-file.ts'
import { eachAtOnce } from './each-at-once.ts'
import { RenamedDumps } from './following/renamed-dumps.ts'
import { labelsFileKind } from './labels-file-kind.ts'
import { annotatorsIn, labelsFilesOf } from './labels-files.ts'
import { labelsName } from './labels-path.ts'
import { ProjectStore } from './project-store.ts'

/** The dumps that labels are checked against. */
interface Dumps {
  readonly source: DocumentSource
  readonly documents: DocumentTable
  readonly renamed: RenamedDumps
}

type Check = Pick<Value<'checkCorpus'>, 'files' | 'faults'>

const filesAtOnce = 4

/**
 * Checks `project.json` and the labels files of all annotators in `home` against the `documents`, which `source` reads. Counts the labels files and says what is wrong, by file, sorted. @throws WinnowError
 */
export async function checkCorpus(
  source: DocumentSource,
  home: string,
  documents: DocumentTable,
): Promise<Check> {
  const faults: Check['faults'] = []
  const known = await knownLabels(home, faults)
  const dumps: Dumps = { source, documents, renamed: new RenamedDumps(source, documents) }
  let files = 0
  for (const annotator of await annotatorsIn(home)) {
    const paths = await labelsFilesOf(home, annotator)
    files += paths.length
    await eachAtOnce(paths, filesAtOnce, async (path) => {
      const file = `labels/${annotator}/${path}`
      for (const fault of await faultsOf(dumps, home, known, annotator, path)) faults.push({ file, fault })
    })
  }
  return { files, faults: faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) }
}

/** The names of the label set; null, with a fault, where it cannot be read. */
async function knownLabels(home: string, faults: Check['faults']): Promise<Set<string> | null> {
  try {
    const { labelSet } = await new ProjectStore(home).read()
    return new Set(labelSet.labels.map((label) => label.name))
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
    faults.push({ file: 'project.json', fault: error.message })
    return null
  }
}

async function faultsOf(
  dumps: Dumps,
  home: string,
  known: Set<string> | null,
  annotator: string,
  path: string,
): Promise<string[]> {
  try {
    const file = await new DurableFile(join(home, 'labels', annotator, path), labelsFileKind).read()
    if (!file) return []
    return [
      ...nameFaults(file, annotator, path),
      ...labelFaults(file, known),
      ...(await dumpFaults(dumps, file)),
    ]
  } catch (error) {
    if (error instanceof DamagedFile) return [`is damaged: ${error.reason}`]
    if (error instanceof WinnowError) return [error.message]
    throw error
  }
}

function nameFaults(file: LabelsFile, annotator: string, path: string): string[] {
  const faults: string[] = []
  if (file.annotator !== annotator)
    faults.push(`says its annotator is “${file.annotator}”, but lies in the folder of “${annotator}”`)
  if (labelsName(file.document) !== path)
    faults.push(
      `says its document is “${file.document}”, whose labels belong in ${labelsName(file.document)}`,
    )
  return faults
}

function labelFaults(file: LabelsFile, known: Set<string> | null): string[] {
  if (!known) return []
  const unknown = new Set(
    file.segments.flatMap(({ label }) => (label !== null && !known.has(label) ? [label] : [])),
  )
  return [...unknown].map((label) => `has the label “${label}”, which the label set does not know`)
}

async function dumpFaults({ source, documents, renamed }: Dumps, file: LabelsFile): Promise<string[]> {
  if (!documents.has(file.document)) {
    const same = (await renamed.find([file])).get(file) ?? []
    const hint =
      same.length === 0
        ? ''
        : same.length === 1
          ? `; “${same[0]}” has the same content: open the folder in Winnow, and the labels follow unless it has some`
          : `; ${same.length} documents have the same content, such as “${same[0]}”: rename the right one back to have its labels again`
    return [`its dump “${file.document}” is not in the corpus${hint}`]
  }
  const dump = await source.read(file.document)
  if (dump.sha256 !== file.dump.sha256)
    return [`its dump “${file.document}” changed after it was labelled: the SHA-256 differs`]
  const faults: string[] = []
  if (dump.bytes !== file.dump.bytes || dump.encoding !== file.dump.encoding)
    faults.push(`says its dump has ${file.dump.bytes} bytes in ${file.dump.encoding}, which it has not`)
  try {
    fromLabelsFile(dump.text, file)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    faults.push(error.message)
  }
  return faults
}
