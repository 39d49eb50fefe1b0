import { basename } from 'node:path'
import type { Request } from '../../core/contract.ts'
import { asLabelled, builtInMappings } from '../../core/datasets/built-in-mappings.ts'
import { exportOptionsSchema } from '../../core/datasets/export-options.ts'
import { type LabelMapping, mappingFault } from '../../core/datasets/label-mapping.ts'
import type { LabelSet } from '../../core/label-set.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { LabelledDocuments } from '../labelled-documents.ts'
import { chooseAnnotator } from '../labels-files.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { ProjectStore } from '../project-store.ts'
import { documentsOfList } from '../work-lists/work-list-store.ts'
import { DatasetDocuments } from './dataset-documents.ts'
import { type DatasetKind, datasetKind } from './dataset-kinds.ts'
import type { WriterContext } from './export-writer.ts'
import type { ManifestFacts } from './manifest.ts'
import { MappingStore } from './mapping-store.ts'

/** An export before it is written. */
export interface PreparedExport {
  readonly kind: DatasetKind
  readonly documents: DatasetDocuments
  readonly context: WriterContext
  readonly manifest: ManifestFacts
}

/**
 * Finds what the request names. @param version Winnow's
 * @throws WinnowError where there is no such list, annotator, mapping or unit
 */
export async function prepareExport(
  corpus: OpenCorpus,
  request: Request<'previewExport'>,
  version: string,
  signal: AbortSignal,
): Promise<PreparedExport> {
  const home = corpus.home.path
  const { format, list, by, filter = {}, split = null } = request
  const kind = datasetKind(format)
  const options = exportOptionsSchema.parse(request.options ?? {})
  const offsets = options.offsets ?? kind.units[0]
  if (offsets !== undefined && kind.units.length > 0 && !kind.units.includes(offsets))
    throw badRequest(say`Offsets of ${format} cannot count as ${offsets}, only as ${kind.units.join(', ')}.`)
  const only = await documentsOfList(home, list)
  const annotator = await chooseAnnotator(home, request.annotator, corpus.annotator)
  const { labelSet } = await new ProjectStore(home).read()
  const mapping = await chosenMapping(home, labelSet, request)
  const labelled = await LabelledDocuments.find(corpus.source, home, annotator, corpus.documents, only)
  const name = basename(corpus.folder.path) || 'corpus'
  return {
    kind,
    documents: new DatasetDocuments({ labelled, annotator, by, filter, mapping }, signal),
    context: {
      corpus: name,
      labels: mapping.targets,
      unit: offsets ?? 'utf16',
      options,
      annotator,
      split,
      home,
    },
    manifest: {
      winnow: version,
      corpus: name,
      format,
      offsets: kind.units.length === 0 ? null : (offsets ?? null),
      options,
      annotator,
      list: list ?? null,
      by: by ?? null,
      filter,
      mapping,
      split,
    },
  }
}

async function chosenMapping(
  home: string,
  labelSet: LabelSet,
  { mapping: wanted = asLabelled, unlabelled, uncertain }: Request<'previewExport'>,
): Promise<LabelMapping> {
  const known = [...(await new MappingStore(home).read()), ...builtInMappings(labelSet)]
  const found = known.find(({ name }) => name === wanted)
  if (!found)
    throw badRequest(
      say`There is no mapping “${wanted}”. There are: ${known.map(({ name }) => name).join(', ')}. Name one of them.`,
    )
  const mapping = {
    ...found,
    unlabelled: unlabelled ?? found.unlabelled,
    ...(uncertain === undefined ? {} : { uncertain }),
  }
  const fault = mappingFault(mapping, labelSet.labels)
  if (fault !== null) throw badRequest(fault)
  return mapping
}

const badRequest = (sentence: string): WinnowError =>
  new WinnowError('bad-request', `${sentence} ${say`Nothing was exported.`}`)
