import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { segmentationFaults } from '../../../src/core/segment.ts'
import { segmentByLine } from '../../../src/core/segmentation/line.ts'

const sample = path.resolve(import.meta.dirname, '../../../resources/sample')
const byteOrderMark = '\uFEFF'

/** What trying out Winnow on the sample may leave there. */
const isDump = (file: string): boolean => !file.split(path.sep).includes('winnow')

const pages = readdirSync(sample, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(sample, path.join(entry.parentPath, entry.name)))
  .filter(isDump)
  .map((file) => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = decoder.decode(readFileSync(path.join(sample, file)))
    const lines = segmentByLine(text).map(({ start, end }) => text.slice(start, end))
    return { file, site: path.dirname(file), text, lines }
  })

const sites = [...new Set(pages.map((page) => page.site))].sort()

describe('the sample corpus', () => {
  it('holds at least six pages of each of two sites, and nothing but dumps', () => {
    expect(sites).toEqual(['harbour-courier.example', 'songque.example'])
    for (const site of sites)
      expect(pages.filter((page) => page.site === site).length, site).toBeGreaterThanOrEqual(6)
    expect(pages.filter((page) => !/\.(txt|md)$/.test(page.file))).toEqual([])
  })

  it.each(pages)('$file segments without a fault', ({ text }) => {
    const segments = segmentByLine(text)
    expect(segments.length).toBeGreaterThan(0)
    expect(segmentationFaults(text, segments)).toEqual([])
  })

  it.each(pages)('$file names no host outside .example', ({ text }) => {
    const hosts = [...text.matchAll(/\b(?:[a-z][a-z0-9+.-]*:)?\/\/([^/\s?#)]+)/gi)].map((match) => match[1])
    expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([])
    expect(text).not.toMatch(/\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|vn|uk)\b/i)
  })

  it('has whole pages and pages without an article', () => {
    const sizes = pages.map((page) => page.text.split(/\r\n|\n/).length)
    expect(sizes.filter((size) => size >= 45 && size <= 110).length).toBeGreaterThanOrEqual(12)
    expect(sizes.filter((size) => size < 20).length).toBeGreaterThanOrEqual(1)
    expect(pages.some((page) => page.lines[0] === 'Bài viết không còn tồn tại')).toBe(true)
  })

  it.each(sites)('%s repeats its lists from page to page', (site) => {
    const own = pages.filter((page) => page.site === site)
    const pagesWith = new Map<string, number>()
    for (const page of own)
      for (const line of new Set(page.lines)) pagesWith.set(line, (pagesWith.get(line) ?? 0) + 1)
    const share = (lines: string[]): number =>
      lines.filter((line) => (pagesWith.get(line) ?? 0) > 1).length / lines.length
    for (const page of own) expect(share(page.lines), page.file).toBeGreaterThan(0.4)
    expect(share(own.flatMap((page) => page.lines))).toBeGreaterThan(0.5)
    expect(share(own.flatMap((page) => page.lines))).toBeLessThan(0.7)
  })

  it('has the residue of pictures: alone, before a teaser, as a caption with a credit, with an address', () => {
    for (const site of sites) {
      const lines = pages.filter((page) => page.site === site).flatMap((page) => page.lines)
      expect(lines).toContain('![]() |')
      expect(lines.some((line) => /^!\[\]\(\) \p{L}.{40,}\|$/u.test(line))).toBe(true)
      expect(lines.some((line) => /\((?:Ảnh|Photo): [^)]+\) \|$/u.test(line))).toBe(true)
      expect(lines.some((line) => /^!\[.+\]\(https:\/\/.+\)$/.test(line))).toBe(true)
    }
  })

  it('has an emoji in an article and in a list that repeats', () => {
    const withEmoji = pages.flatMap((page) =>
      page.lines.filter((line) => /\p{Extended_Pictographic}/u.test(line)),
    )
    const times = (line: string): number => withEmoji.filter((other) => other === line).length
    expect(withEmoji.some((line) => times(line) === 1)).toBe(true)
    expect(withEmoji.some((line) => times(line) > 3)).toBe(true)
  })

  it('has a page with CRLF line ends throughout, and one with a byte order mark', () => {
    const crlf = pages.filter((page) => page.text.includes('\r'))
    expect(crlf.length).toBe(1)
    for (const page of crlf) expect(page.text).not.toMatch(/(?<!\r)\n|\r(?!\n)/)
    expect(pages.filter((page) => page.text.startsWith(byteOrderMark)).length).toBe(1)
  })

  it('has a page in NFD beside pages in NFC', () => {
    const decomposed = pages.filter((page) => page.text !== page.text.normalize('NFC'))
    expect(decomposed.length).toBe(1)
    expect(decomposed[0]?.lines[0]).toMatch(/\p{L}\p{M}/u)
  })

  it('has a Markdown page and a name with spaces and Vietnamese letters', () => {
    expect(pages.some((page) => page.file.endsWith('.md'))).toBe(true)
    expect(pages.some((page) => / /.test(page.file) && /[ợổáớ]/u.test(page.file))).toBe(true)
  })
})
