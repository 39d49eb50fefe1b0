import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { patternOf, say, speak, spokenLanguage } from '../../../src/core/sentences/say.ts'
import { vi, viCatalogues } from '../../../src/core/sentences/vi.ts'

const src = fileURLToPath(new URL('../../../src', import.meta.url))

/** Where sentences for the user come from; what the interface always shows is in its own catalogue. */
const folders = ['core', 'node', 'web', 'main', 'renderer']

/** Errors whose message the user reads. */
const forTheUser = new Set(['WinnowError', 'DamagedFile'])

/** Several words, as a sentence has and no code or path. */
const words = /[A-Za-z]+ [a-z]+/

/** The sentences said in a file, and those that an error has without their being said. */
function sentencesIn(name: string): { said: string[]; unsaid: string[] } {
  const said: string[] = []
  const unsaid: string[] = []
  let inError = 0
  let inSay = 0
  const { program } = parseSync(name, readFileSync(name, 'utf8'))
  new Visitor({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && forTheUser.has(node.callee.name)) inError++
    },
    'NewExpression:exit'(node) {
      if (node.callee.type === 'Identifier' && forTheUser.has(node.callee.name)) inError--
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || tag.name !== 'say') return
      inSay++
      said.push(patternOf(quasi.quasis.map(({ value }) => value.cooked ?? '')))
    },
    'TaggedTemplateExpression:exit'({ tag }) {
      if (tag.type === 'Identifier' && tag.name === 'say') inSay--
    },
    TemplateElement({ value }) {
      if (inError > 0 && inSay === 0 && words.test(value.raw)) unsaid.push(value.raw)
    },
    Literal({ value }) {
      if (inError > 0 && typeof value === 'string' && words.test(value)) unsaid.push(value)
    },
  }).visit(program)
  return { said, unsaid }
}

const files = folders.flatMap((folder) =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(src, folder, name)),
)
const sentences = files.map((name) => ({ name: name.slice(src.length + 1), ...sentencesIn(name) }))
const said = new Set(sentences.flatMap((file) => file.said))

describe('the sentences of the service', () => {
  it('are all said, so that they can be in the user’s language', () => {
    const unsaid = sentences.flatMap((file) => file.unsaid.map((text) => `${file.name}: ${text}`))
    expect(unsaid).toEqual([])
  })

  it('have a Vietnamese translation each, and none is of a sentence that nobody says', () => {
    expect(said.size).toBeGreaterThan(0)
    expect([...said].filter((pattern) => vi[pattern] === undefined)).toEqual([])
    expect(Object.keys(vi).filter((pattern) => !said.has(pattern))).toEqual([])
    const all = viCatalogues.flatMap((catalogue) => Object.keys(catalogue))
    expect(all.filter((pattern, n) => all.indexOf(pattern) !== n)).toEqual([])
  })

  it('keep what stands in them', () => {
    const values = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort()
    for (const [english, vietnamese] of Object.entries(vi))
      expect(values(vietnamese), english).toEqual(values(english))
  })
})

describe('say', () => {
  afterEach(() => speak('en'))

  it('says what stands in the code until another language is chosen', () => {
    expect(spokenLanguage()).toBe('en')
    expect(say`The dump ${'a {0}.txt'} has ${3} \`lines\`.`).toBe('The dump a {0}.txt has 3 `lines`.')
  })

  it('says it in the user’s language, with the values where that language has them', () => {
    const [english = '', vietnamese = ''] =
      Object.entries(vi).find(([pattern]) => /\{0\}/.test(pattern)) ?? []
    const parts = english.split(/\{\d+\}/)
    const values = parts.slice(1).map((_, n) => `value {${n + 1}} of ${n}`)
    speak('vi')
    const text = say(Object.assign(parts, { raw: parts }), ...values)
    expect(text).toBe(vietnamese.replace(/\{(\d+)\}/g, (_, place) => values[Number(place)] ?? ''))
    for (const value of values) expect(text).toContain(value)
  })

  it('says in English what has no translation', () => {
    speak('vi')
    expect(say`There is no ${'such'} sentence.`).toBe('There is no such sentence.')
  })
})
