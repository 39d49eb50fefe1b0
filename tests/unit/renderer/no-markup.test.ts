import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '..', '..', '..', 'src', 'renderer')

/** The ways by which a text could become markup or a program in the page. */
const ways =
  /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\(|new Function|javascript:/i

it('a text never becomes markup or a program: dumps, sources and guidelines are shown as text alone', () => {
  const sources = readdirSync(renderer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter((path) => ways.test(readFileSync(path, 'utf8')))).toEqual([])
  for (const way of ['<p dangerouslySetInnerHTML={{ __html }} />', 'node.innerHTML = text', 'eval(text)'])
    expect(way).toMatch(ways)
})
