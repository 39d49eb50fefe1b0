import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import {
  documentReader,
  type PriorNetwork,
  priorNetwork,
} from '../../src/core/suggestions/prior/read-prior.ts'
import type { PriorReader } from '../../src/core/suggestions/prior-model.ts'
import { foldsBySite } from './folds.ts'
import type { GoldDocument, GoldSet } from './gold.ts'
import { priorTraining, trainPrior } from './prior-training.ts'

const foldCount = 5

const trainedSchema = z.object({
  size: z.object({ inputs: z.int(), hidden: z.int(), classes: z.int() }),
  values: z.array(z.number()),
  means: z.array(z.number()),
  scales: z.array(z.number()),
})

const networksSchema = z.array(z.object({ sites: z.array(z.string()), network: trainedSchema }))

/**
 * What a prior makes of documents of each site that was trained without that site, nor any of the same fold.
 * @param file where the networks are kept: read if it is there, else trained (minutes) and written. Remove it when
 * what the prior is made of has changed.
 */
export function foldPriors(
  gold: Readonly<Record<GoldSet, readonly GoldDocument[]>>,
  file: string,
): (site: string) => PriorReader {
  const networks = existsSync(file)
    ? networksSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : trainFolds(gold, file)
  const readers = new Map<string, PriorReader>()
  for (const { sites, network } of networks) {
    const ready: PriorNetwork = priorNetwork(
      network.size,
      Float64Array.from(network.values),
      network.means,
      network.scales,
    )
    for (const site of sites) readers.set(site, (document) => documentReader(ready, document))
  }
  return (site) => {
    const reader = readers.get(site)
    if (!reader) throw new Error(`${file} knows no site ${site}. Remove it, so that it is made anew.`)
    return reader
  }
}

function trainFolds(
  gold: Readonly<Record<GoldSet, readonly GoldDocument[]>>,
  file: string,
): z.infer<typeof networksSchema> {
  const all = [...gold.fundus, ...gold.wcxb]
  const networks = foldsBySite(all, foldCount).map(({ measure }, fold) => {
    const sites = [...new Set(measure.map(({ site }) => site))]
    const apart = new Set(sites)
    const without = (documents: readonly GoldDocument[]): GoldDocument[] =>
      documents.filter(({ site }) => !apart.has(site))
    console.error(`Training without fold ${fold + 1} of ${foldCount} …`)
    const trained = trainPrior({ fundus: without(gold.fundus), wcxb: without(gold.wcxb) }, priorTraining)
    const { size } = trained
    const list = (values: ArrayLike<number>): number[] =>
      Array.from(values, (value) => Number(value.toPrecision(6)))
    return {
      sites,
      network: {
        size: { inputs: size.inputs, hidden: size.hidden, classes: size.classes },
        values: list(trained.values),
        means: list(trained.means),
        scales: list(trained.scales),
      },
    }
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(networks))
  return networks
}
