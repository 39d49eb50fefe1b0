import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Licences that ask for no more than to be named, or, of fonts, not to be sold alone. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Zlib',
])

/** Whether the licence `expression` (SPDX) allows what Winnow does: each that it joins with AND, one of those with OR. */
export function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '')
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())))
}

/**
 * The packages that are part of Winnow as its users get it, with their licences: those that are installed with it, and
 * those that the build puts into the interface.
 */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const waiting = [...importedBySource()].map((name) => `node_modules/${name}`)
  const shipped = new Set()
  for (const place of waiting) {
    const found = packages[place]
    if (!found || shipped.has(place)) continue
    shipped.add(place)
    const needed = { ...found.dependencies, ...found.optionalDependencies, ...found.peerDependencies }
    for (const name of Object.keys(needed)) {
      // What may be there beside a package, as a compiler may, is no part of it; and types are no part of anything.
      if (found.peerDependenciesMeta?.[name]?.optional || name.startsWith('@types/')) continue
      waiting.push(placeOf(packages, place, name))
    }
  }
  for (const [place, { dev, devOptional }] of Object.entries(packages))
    if (place !== '' && !dev && !devOptional) shipped.add(place)
  return [...shipped].sort().map((place) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[place].version,
    licence: packages[place].license ?? 'none named',
  }))
}

/** Where the package `name` is found by the one at `place`: nearest to it. */
function placeOf(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`
    if (packages[here] || from === '') return here
  }
}

/** The packages that the source itself names. */
function importedBySource() {
  const names = new Set()
  const source = join(root, 'src')
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!/\.(tsx?|css)$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import) '((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'/g))
      if (name !== 'electron') names.add(name)
  }
  return names
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const shipped = shippedPackages()
  for (const { name, version, licence } of shipped) console.log(`${name} ${version}: ${licence}`)
  const others = shipped.filter(({ licence }) => !isAllowed(licence))
  if (others.length > 0) {
    console.error(`Not on the list: ${others.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`)
    process.exitCode = 1
  }
}
