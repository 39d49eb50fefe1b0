import { z } from 'zod'
import { type Annotation, longestNote, statuses } from './annotation.ts'
import { commonEnds } from './common-ends.ts'
import { encodings } from './encoding.ts'
import { fromUtf16, offsetUnits, toUtf16 } from './offsets.ts'
import { bareMark, labelOrigins, type Segment, segmentationFaults } from './segment.ts'
import { type SegmentationRule, segmentationRules } from './segmentation/rules.ts'
import { say } from './sentences/say.ts'

/** The newest version of the labels file that this Winnow reads and the only one it writes. */
export const labelsFileVersion = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const savedSegmentSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  label: z.string().min(1).max(64).nullable(),
  by: z.enum(labelOrigins).nullable(),
  /** Where a propagated label comes from: a document of the corpus, or `rule`. */
  from: z.string().min(1).optional(),
  /** Set until the annotator has looked at it, where the dump changed under the labels. Older versions pass it over. */
  toReview: z.literal(true).optional(),
  text: z.string(),
})

/**
 * What a labels file holds: one annotator's annotation of one document. Offsets are Unicode code points, half
 * open, into the dump decoded with `dump.encoding` and otherwise unchanged (no NFC, no line-end change).
 */
export const labelsFileSchema = z.object({
  format: z.literal('winnow-labels'),
  version: z.literal(labelsFileVersion),
  document: z.string().min(1),
  annotator: z.string().min(1),
  dump: z.object({
    /** SHA-256 of the raw bytes, in hexadecimal. */
    sha256: hash,
    bytes: z.int().nonnegative(),
    /** A name that Python's `open` knows; `utf-8-sig` leaves out the byte order mark. */
    encoding: z.enum(encodings),
    /** How the text was made of the dump, where it is not the dump's own: offsets count in the text with this hash. */
    conversion: z
      .object({
        name: z.literal('html-lines'),
        version: z.int().positive(),
        /** Of the HTML, decoded, in UTF-8. */
        sourceSha256: hash,
        /** Of the text, in UTF-8. */
        textSha256: hash,
      })
      .optional(),
  }),
  offsets: z.enum(offsetUnits),
  /** The rule by which the text was last cut; the annotator may have split and merged since. */
  segmentation: z.enum(segmentationRules),
  status: z.enum(statuses),
  note: z.string().max(longestNote).default(''),
  /** For how long the annotator worked on it, in seconds; time without a key or the pointer does not count. */
  seconds: z.int().nonnegative().default(0),
  /** Grows by one with each save. */
  revision: z.int().positive(),
  /** When it was saved, ISO 8601 in UTC. */
  saved: z.string(),
  segments: z.array(savedSegmentSchema),
})

export type LabelsFile = z.infer<typeof labelsFileSchema>

export type DumpFacts = LabelsFile['dump']

/** What a labels file says beside the annotation itself. */
export interface LabelsFileFacts {
  readonly document: string
  readonly annotator: string
  readonly dump: DumpFacts
  readonly seconds: number
  readonly segmentation: SegmentationRule
  readonly revision: number
  readonly saved: string
}

const bounds = (segments: readonly { start: number; end: number }[]): number[] =>
  segments.flatMap(({ start, end }) => [start, end])

/** An annotation of a text, and its labels file. */
export interface FiledAnnotation {
  readonly annotation: Annotation
  readonly file: LabelsFile
}

/**
 * The labels file for `annotation` of `text`: offsets in code points, each segment with its text.
 * @param known an earlier state, whose segments are taken as they were filed where they are the same objects
 */
export function toLabelsFile(
  text: string,
  annotation: Annotation,
  facts: LabelsFileFacts,
  known?: FiledAnnotation,
): LabelsFile {
  return {
    format: 'winnow-labels',
    version: labelsFileVersion,
    document: facts.document,
    annotator: facts.annotator,
    dump: facts.dump,
    offsets: 'codepoint',
    segmentation: facts.segmentation,
    status: annotation.status,
    note: annotation.note,
    seconds: facts.seconds,
    revision: facts.revision,
    saved: facts.saved,
    segments: filed(text, annotation.segments, known && isReusable(known.file, facts) ? known : undefined),
  }
}

const isReusable = ({ dump, offsets }: LabelsFile, facts: LabelsFileFacts): boolean =>
  dump.sha256 === facts.dump.sha256 &&
  dump.encoding === facts.dump.encoding &&
  dump.conversion?.textSha256 === facts.dump.conversion?.textSha256 &&
  offsets === 'codepoint'

function filed(
  text: string,
  segments: readonly Segment[],
  known: FiledAnnotation | undefined,
): LabelsFile['segments'] {
  const before = known?.file.segments ?? []
  const { front, back } = commonEnds(known?.annotation.segments ?? [], segments)
  const changed = segments.slice(front, segments.length - back)
  // Counted from the end of what is known on, as a document may have 20 MB before it.
  const from = segments[front - 1]?.end ?? 0
  const counted = before[front - 1]?.end ?? 0
  const offsets = fromUtf16(
    text.slice(from, changed.at(-1)?.end ?? from),
    bounds(changed).map((offset) => offset - from),
    'codepoint',
  )
  const anew = changed.map((segment, index) => ({
    start: counted + (offsets[2 * index] ?? 0),
    end: counted + (offsets[2 * index + 1] ?? 0),
    ...bareMark(segment),
    text: text.slice(segment.start, segment.end),
  }))
  return before.slice(0, front).concat(anew, before.slice(before.length - back))
}

/**
 * The annotation that `file` holds for `text`, the text of the dump with the file's SHA-256.
 * @throws RangeError saying which invariant the file breaks: offsets that are not in the text, segments that
 * overlap, or a segment whose text is not what the dump has there
 */
export function fromLabelsFile(text: string, file: LabelsFile): Annotation {
  const offsets = toUtf16(text, bounds(file.segments), file.offsets)
  const segments: Segment[] = file.segments.map((saved, index) => {
    const start = offsets[2 * index] ?? 0
    const end = offsets[2 * index + 1] ?? 0
    if (text.slice(start, end) !== saved.text)
      throw new RangeError(
        say`segment ${index + 1} says “${shorten(saved.text)}”, the dump has “${shorten(text.slice(start, end))}” there`,
      )
    return { start, end, ...bareMark(saved) }
  })
  const [fault] = segmentationFaults(text, segments)
  if (fault) throw new RangeError(fault)
  return { segments, status: file.status, note: file.note }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
