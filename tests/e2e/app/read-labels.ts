import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LabelsFile, labelsFileSchema } from '../../../src/core/labels-file.ts'

/** The labels file of a document of `corpus`, which only one annotator has labelled. */
export async function readLabels(corpus: string, document: string): Promise<LabelsFile> {
  const folder = join(corpus, 'winnow', 'labels')
  const [annotator, ...others] = await readdir(folder)
  if (!annotator || others.length > 0) throw new Error(`${folder} is not of one annotator`)
  return labelsFileSchema.parse(
    JSON.parse(await readFile(join(folder, annotator, `${document}.json`), 'utf8')),
  )
}
