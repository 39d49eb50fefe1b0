import { z } from 'zod'
import { labelOrigins } from '../../segment.ts'
import { say } from '../../sentences/say.ts'
import { documentFactsSchema, readFacts } from '../document-facts.ts'
import { elementsOf } from '../elements-of.ts'
import { parseRecord } from '../parse-record.ts'
import {
  isTrouble,
  nothingRead,
  type ReadDocument,
  type ReadPrediction,
  type ReadSpan,
  type ReadTrouble,
} from '../read-document.ts'
import { recogniseUnit } from '../recognise-unit.ts'

const confidence = z.number().min(0).max(1).optional().catch(undefined)

const regionSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().optional(),
  labels: z.array(z.string().min(1)).min(1),
  score: confidence,
})

const metaSchema = z.object({ by: z.enum(labelOrigins), from: z.string().min(1).max(8192).optional() })

const resultSchema = z.object({
  type: z.string().optional(),
  value: z.unknown().optional(),
  origin: z.string().optional().catch(undefined),
  meta: metaSchema.optional().catch(undefined),
  score: confidence,
})

type Result = z.infer<typeof resultSchema>

const annotationSchema = z.object({
  result: z.array(resultSchema).default([]),
  was_cancelled: z.boolean().optional().catch(undefined),
  completed_by: z
    .union([z.number(), z.string(), z.object({ email: z.string() })])
    .nullish()
    .catch(undefined),
})

const predictionSchema = z.object({
  result: z.array(resultSchema).default([]),
  model_version: z.string().nullish().catch(undefined),
  score: confidence,
})

const taskSchema = z.record(z.string(), z.unknown())

const fullTaskSchema = z.object({
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(annotationSchema).default([]),
  predictions: z.array(predictionSchema).default([]).catch([]),
})

/**
 * What Label Studio exports as JSON or JSON-MIN says: a document for each annotation of a task, with the task's
 * predictions beside the first. Offsets are code points unless the text of the regions says otherwise, as in exports
 * of versions before 1.5. Tasks that nobody labelled are passed over.
 */
export async function* readLabelStudio(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ReadDocument | ReadTrouble> {
  for await (const element of elementsOf(chunks, 'task')) {
    if (isTrouble(element)) yield element
    else {
      const where = say`task ${element.number}`
      const parsed = parseRecord(taskSchema, element.text, where)
      if (isTrouble(parsed)) yield parsed
      else if (typeof parsed.record.data === 'object')
        yield* readTask(element.text, parsed.record.data, where)
      else yield readMinimal(parsed.record, where)
    }
  }
}

function* readTask(json: string, given: unknown, where: string): Generator<ReadDocument | ReadTrouble> {
  const parsed = parseRecord(fullTaskSchema, json, where)
  if (isTrouble(parsed)) {
    yield parsed
    return
  }
  const { data, annotations, predictions } = parsed.record
  const text = textOf(data)
  const facts = readFacts(documentFactsSchema.parse(given))
  const base = { ...nothingRead, ...facts, where, text }
  try {
    const predicted: ReadPrediction[] = predictions.map(({ result, model_version, score }) => ({
      model: model_version ?? null,
      spans: fitted(text, spansOf(result, score)).spans,
    }))
    if (annotations.length === 0 && predicted.length > 0) yield { ...base, predictions: predicted }
    for (const [index, { result, was_cancelled, completed_by }] of annotations.entries())
      yield {
        ...base,
        ...fitted(text, spansOf(result)),
        annotator: annotatorOf(completed_by) ?? facts.annotator,
        status: facts.status ?? (was_cancelled ? 'skipped' : null),
        predictions: index === 0 ? predicted : [],
      }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    yield { where, reason: error.message }
  }
}

/** A task of JSON-MIN: the data with the regions beside it, in a list named as the labelling configuration says. */
function readMinimal(task: Readonly<Record<string, unknown>>, where: string): ReadDocument | ReadTrouble {
  const lists = Object.values(task).flatMap((value) => {
    const regions = z.array(regionSchema).min(1).safeParse(value)
    return regions.success ? [regions.data] : []
  })
  if (lists.length > 1)
    return { where, reason: say`It has labels from more than one control of the labelling configuration.` }
  const text = textOf(task)
  const facts = readFacts(documentFactsSchema.parse(task))
  const annotator = z.union([z.string(), z.number()]).safeParse(task.annotator)
  try {
    const results = (lists[0] ?? []).map((value) => ({ type: 'labels', value }))
    return {
      ...nothingRead,
      ...facts,
      ...fitted(text, spansOf(results)),
      where,
      text,
      annotator: annotator.success ? String(annotator.data) : facts.annotator,
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { where, reason: error.message }
  }
}

/** @throws RangeError with a sentence about the first region that is no segment with a label */
function spansOf(results: readonly Result[], score?: number): ReadSpan[] {
  return results.flatMap((result) => {
    if (result.type === 'hypertextlabels')
      throw new RangeError(say`Its regions are marked in HTML and not in text, which Winnow cannot place.`)
    if (result.type !== 'labels') return []
    const { success, data } = regionSchema.safeParse(result.value)
    if (!success) throw new RangeError(say`One of its regions has no start, end and labels.`)
    const [label = null, other] = data.labels
    if (other !== undefined)
      throw new RangeError(
        say`Its region at ${data.start} has two labels, “${label ?? ''}” and “${other}”; a segment has one.`,
      )
    return {
      start: data.start,
      end: data.end,
      label,
      text: data.text ?? null,
      by: result.meta?.by ?? (result.origin === 'prediction' ? 'accepted' : undefined),
      from: result.meta?.from,
      confidence: result.score ?? data.score ?? score,
    }
  })
}

const fitted = (
  text: string | null,
  spans: readonly ReadSpan[],
): Pick<ReadDocument, 'unit'> & { readonly spans: readonly ReadSpan[] } =>
  text === null ? { unit: 'codepoint', spans } : recogniseUnit(text, spans, 'codepoint')

/** Under which name the text stands is for the labelling configuration to say, which is in no export. */
function textOf(data: Readonly<Record<string, unknown>>): string | null {
  const { text } = data
  if (typeof text === 'string') return text
  const strings = Object.values(data).filter((value) => typeof value === 'string')
  return strings.toSorted((a, b) => b.length - a.length)[0] ?? null
}

const annotatorOf = (
  by: number | string | { readonly email: string } | null | undefined,
): string | undefined => (typeof by === 'object' ? by?.email : by === undefined ? undefined : String(by))
