import { join } from 'node:path'
import type { Annotation } from '../../core/annotation.ts'
import { labelsDifference } from '../../core/backups/labels-difference.ts'
import type { Value } from '../../core/contract.ts'
import type { KnownVersion, LabelsVersion } from '../../core/contract-backups.ts'
import { editsBetween } from '../../core/edits-between.ts'
import { type SegmentationRule, segmentBy } from '../../core/segmentation/rules.ts'
import { say } from '../../core/sentences/say.ts'
import { WinnowError } from '../../core/winnow-error.ts'
import { DurableFile } from '../durable-file.ts'
import { judgeLabels, type LabelsState } from '../judge-labels.ts'
import { labelsFileKind } from '../labels-file-kind.ts'
import { labelsName, labelsPath } from '../labels-path.ts'
import type { OpenCorpus } from '../open-corpora.ts'
import { openReply } from '../open-reply.ts'
import { ProjectStore } from '../project-store.ts'
import type { Dump } from '../read-dump.ts'
import { backupOf } from '../replace-file.ts'
import { snapshotFolder, snapshotsIn } from './snapshots-in.ts'
import { entriesIn, entryFolder } from './trash-bin.ts'

interface Labels {
  readonly annotation: Annotation
  readonly rule: SegmentationRule
  readonly revision: number
}

/** The earlier versions of the annotator's labels of a document that still differ, the latest first. @throws WinnowError */
export async function listVersions(corpus: OpenCorpus, document: string): Promise<KnownVersion[]> {
  const dump = await corpus.source.read(document)
  const now = await presentLabels(corpus, document, dump)
  const versions: KnownVersion[] = []
  const known = new Set<string>()
  for (const version of await possibleVersions(corpus.home.path)) {
    const state = await labelsAt(pathOfVersion(corpus, document, version), dump).catch((error: unknown) => {
      if (!(error instanceof WinnowError)) throw error
      return error
    })
    if (state instanceof WinnowError) versions.push(unusable(version, null, state.message))
    else if (state.kind === 'damaged')
      versions.push(unusable(version, null, say`This version is damaged: ${state.reason}.`))
    else if (state.kind === 'dump-changed')
      versions.push(
        unusable(
          version,
          state.file.saved,
          say`This version is of another content of the dump, which changed since.`,
        ),
      )
    else if (state.kind === 'sound') {
      // Snapshots of days on which nobody touched the document hold the same.
      const mark = `${state.file.revision} ${state.file.saved}`
      if (known.has(mark)) continue
      known.add(mark)
      const { segments, status } = state.annotation
      versions.push({
        version,
        saved: state.file.saved,
        status,
        labelled: segments.filter(({ label }) => label !== null).length,
        segments: segments.length,
        same: editsBetween(now, soundly(state)).length === 0,
        trouble: null,
      })
    }
  }
  return versions.sort((a, b) => ((a.saved ?? '') < (b.saved ?? '') ? 1 : -1))
}

/** How a version differs from the labels of now, and the version itself. Writes nothing. @throws WinnowError */
export async function compareVersion(
  corpus: OpenCorpus,
  document: string,
  version: LabelsVersion,
): Promise<Value<'compareVersion'>> {
  const dump = await corpus.source.read(document)
  const path = pathOfVersion(corpus, document, version)
  const state = await labelsAt(path, dump)
  if (state.kind !== 'sound')
    throw new WinnowError(
      'labels-unreadable',
      say`The earlier version ${path} cannot be used: ${whyNot(state)}. Nothing was changed. Choose another version.`,
    )
  const earlier = soundly(state)
  const now = await presentLabels(corpus, document, dump)
  const { rule, bounds, marks } = openReply(document, dump, earlier)
  return {
    difference: labelsDifference(dump.text, now, earlier),
    earlier: { rule, bounds, marks },
  }
}

function whyNot(state: Exclude<LabelsState, { kind: 'sound' }>): string {
  if (state.kind === 'damaged') return state.reason
  return state.kind === 'none' ? say`it is no longer there` : say`the dump changed since`
}

/** The labels on the disk, or what the document begins with where there are none that can be used. @throws WinnowError */
async function presentLabels({ home, annotator }: OpenCorpus, document: string, dump: Dump): Promise<Labels> {
  const state = await labelsAt(labelsPath(home.path, annotator, document), dump)
  if (state.kind === 'sound') return soundly(state)
  const rule = (await new ProjectStore(home.path).read()).segmentation
  return {
    annotation: { segments: segmentBy(rule, dump.text), status: 'new', note: '' },
    rule,
    revision: 0,
  }
}

const labelsAt = (path: string, dump: Dump): Promise<LabelsState> =>
  judgeLabels(() => new DurableFile(path, labelsFileKind).read(), dump)

const soundly = ({ annotation, file }: Extract<LabelsState, { kind: 'sound' }>): Labels => ({
  annotation,
  rule: file.segmentation,
  revision: file.revision,
})

async function possibleVersions(home: string): Promise<LabelsVersion[]> {
  const days = (await snapshotsIn(home)).reverse()
  return [
    { kind: 'previous' },
    ...days.map(({ day }): LabelsVersion => ({ kind: 'day', day })),
    ...(await entriesIn(home)).map((entry): LabelsVersion => ({ kind: 'trash', entry })),
  ]
}

function pathOfVersion({ home, annotator }: OpenCorpus, document: string, version: LabelsVersion): string {
  if (version.kind === 'previous') return backupOf(labelsPath(home.path, annotator, document))
  const folder =
    version.kind === 'day' ? snapshotFolder(home.path, version.day) : entryFolder(home.path, version.entry)
  return join(folder, 'labels', annotator, ...labelsName(document).split('/'))
}

const unusable = (version: LabelsVersion, saved: string | null, trouble: string): KnownVersion => ({
  version,
  saved,
  status: 'new',
  labelled: 0,
  segments: 0,
  same: false,
  trouble,
})
