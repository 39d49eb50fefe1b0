import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { commands } from '../../../src/core/commands.ts'
import { displayKey } from '../../../src/core/key-binding.ts'
import { languageFor } from '../../../src/core/language-for.ts'
import { en } from '../../../src/renderer/messages/en.ts'
import { vi } from '../../../src/renderer/messages/vi.ts'

/** The code in a folder of `src`, but for the catalogues. */
const codeIn = (folder: string): { name: string; code: string }[] => {
  const place = fileURLToPath(new URL(`../../../src/${folder}`, import.meta.url))
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^messages[/\\](en|vi)\.ts$/.test(name))
    .map((name) => ({ name, code: readFileSync(join(place, name), 'utf8') }))
}
const sources = codeIn('renderer')

const catalogues = { en: Object.entries<string>(en), vi: Object.entries<string>(vi) }
/** A key without the ending that chooses among plural forms. */
const base = (key: string): string => key.replace(/_(one|other)$/, '')
const keys = new Set(Object.keys(en).map(base))

const literals = new Set(
  [...sources, ...codeIn('core')].flatMap(({ code }) =>
    [...code.matchAll(/'([^'\n]*)'|(?<=[{,]\s*)([\w-]+)(?=\s*[:,}])/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  ),
)
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The strings with parts put in that begin like a message's key. */
const templates = sources.flatMap(({ code }) =>
  [...code.matchAll(/`([a-z-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map((match) => {
    const text = match[1] ?? ''
    const fixed = text.split(/\$\{[^}]*\}/).map(escaped)
    return { text, pattern: new RegExp(`^${fixed.join('([^.]+)')}$`) }
  }),
)
/** Whether the template may make `key`, from values that stand somewhere in the code. */
const makes = (pattern: RegExp, key: string): boolean =>
  pattern
    .exec(key)
    ?.slice(1)
    .every((value) => literals.has(value)) ?? false

describe('the message catalogues', () => {
  it('have no message that nothing shows', () => {
    const unused = [...keys].filter(
      (key) => !literals.has(key) && !templates.some(({ pattern }) => makes(pattern, key)),
    )
    expect(unused).toEqual([])
  })

  it('have every message that the code asks for', () => {
    const asked = sources.flatMap(({ name, code }) =>
      [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({ name, key: match[1] ?? '' })),
    )
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter(({ key }) => !keys.has(key))).toEqual([])
    const inTemplates = sources.flatMap(({ code }) =>
      [...code.matchAll(/\bt\(\s*`([^`]+)`/g)].map((match) => match[1] ?? ''),
    )
    for (const text of inTemplates) {
      const template = templates.find((one) => one.text === text)
      expect(
        [...keys].some((key) => template?.pattern.test(key)),
        text,
      ).toBe(true)
    }
    for (const { id } of commands) expect(keys).toContain(`command.${id}`)
  })

  it('say the same with the same parts in both languages', () => {
    expect(new Set(Object.keys(vi).map(base))).toEqual(keys)
    const parts = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()
    for (const [key, text] of catalogues.vi) {
      const english = catalogues.en.find(([other]) => other === key)?.[1]
      expect(parts(text), key).toEqual(parts(english ?? ''))
    }
  })

  // Sentences that name other things which look like a key: programming languages.
  const otherLetters = new Set(['export.utf16-hint', 'export.byte-hint'])

  it.each(['en', 'vi'] as const)('name no key themselves, %s', (language) => {
    const shown = new Set(commands.flatMap((command) => command.keys.map((key) => displayKey(key, false))))
    for (const [key, text] of catalogues[language]) {
      if (otherLetters.has(base(key))) continue
      const words = text.replace(/\{\{\w+\}\}/g, ' ').split(/[\s“”",.;:()…]+|(?<!\w)['‘’]|['‘’](?!\w)/)
      // Single letters that are words: a and I in English.
      const named = words.filter(
        (word) => /^[b-z⌫↵↑↓⇧⌘?/]$/.test(word) || (word.length > 1 && shown.has(word) && !ordinary.has(word)),
      )
      expect(named, key).toEqual([])
      expect(text, key).not.toMatch(/\b(Ctrl|Shift|Alt|Cmd|Esc|Escape|Backspace|PgUp|PgDn|F\d{1,2})\b/)
    }
  })
})

/** Names of keys that are also words. */
const ordinary = new Set(['Home', 'End'])

test('no component names a key itself', () => {
  for (const { name, code } of sources)
    expect(
      [...code.matchAll(/<kbd[^>]*>(?!\{)[^<\s]+/g)].map((match) => match[0]),
      name,
    ).toEqual([])
})

test.each([
  ['system', ['vi-VN', 'en'], 'vi'],
  ['system', ['fr-FR', 'en-GB'], 'en'],
  ['system', ['fr-FR'], 'en'],
  ['vi', ['en-US'], 'vi'],
  ['en', ['vi-VN'], 'en'],
] as const)('the language of choice %s in a browser of %j is %s', (choice, browser, language) => {
  expect(languageFor(choice, browser)).toBe(language)
})
