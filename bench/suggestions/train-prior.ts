import { writeFileSync } from 'node:fs'
import { loadGold } from './gold.ts'
import { priorTraining, trainPrior } from './prior-training.ts'

/** Writes the weights of the built-in prior, trained on all of the gold in the folder that is named first. */
const [folder, file] = process.argv.slice(2)
if (folder === undefined || file === undefined)
  throw new Error('Name the folder of the gold and the file to write.')
const began = performance.now()
const network = trainPrior(
  { fundus: loadGold(folder, 'fundus'), wcxb: loadGold(folder, 'wcxb') },
  priorTraining,
)
const short = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toPrecision(4)))
const weights = {
  size: network.size,
  means: short(network.means),
  scales: short(network.scales),
  values: short(network.values),
}
writeFileSync(file, `${JSON.stringify(weights)}\n`)
console.log(
  `${network.values.length} weights in ${file}, trained in ${Math.round((performance.now() - began) / 1000)} s`,
)
