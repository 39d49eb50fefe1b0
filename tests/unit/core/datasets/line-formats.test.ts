import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignGold } from '../../../../src/core/datasets/align-gold.ts'
import { cleaneval } from '../../../../src/core/datasets/cleaneval/cleaneval.ts'
import { conll } from '../../../../src/core/datasets/conll/conll.ts'
import { conllLines } from '../../../../src/core/datasets/conll-lines/conll-lines.ts'
import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import { dragnet } from '../../../../src/core/datasets/dragnet/dragnet.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import { anyContext, anyDatasetDocument, datasetDocument } from './any-dataset-document.ts'
import { filesOf, readBack, readFrom } from './read-back.ts'
import { spansOfSegments } from './spans-of-segments.ts'

const marked = (text: string, labels: readonly (string | null)[], id = 'a.txt'): DatasetDocument =>
  datasetDocument(
    id,
    text,
    segmentByLine(text).map(({ start, end }, index) => {
      const label = labels[index] ?? null
      return { start, end, label, by: label === null ? null : 'human' }
    }),
  )

describe.each([conll, conllLines, cleaneval, dragnet])('$name', (format) => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyDatasetDocument, async (document) => {
        const [read, ...others] = await readBack(format, [document], anyContext)
        expect(others).toEqual([])
        expect(read?.lines).toEqual(format.carries?.(document, anyContext))
      }),
    )
  })

  it('gets through long runs of anything', { timeout: 20_000 }, async () => {
    const runs = [' '.repeat(200_000), '\r'.repeat(200_000), ' \n'.repeat(100_000)]
    for (const run of [...runs, ' word'.repeat(40_000), '中文字。'.repeat(20_000)])
      for (const label of ['body', null]) {
        const text = `x${run}x`
        const document = datasetDocument('a.txt', text, [
          { start: 0, end: text.length, label, by: label === null ? null : 'human' },
        ])
        const [read] = await readBack(format, [document], anyContext)
        expect(read?.lines).toEqual(format.carries?.(document, anyContext))
      }
  })

  it('gives back which document it was', async () => {
    for (const id of ['a.html', 'a.txt', 'a/b c.html', '100%2F/trang một']) {
      const [read] = await readBack(format, [marked('One.', ['body'], id)], anyContext)
      // A page or a text is named so, whatever the dump is.
      expect([id, `${id}.html`, `${id}.txt`]).toContain(read?.id)
    }
  })
})

describe.each([conll, conllLines])('a file of several documents as $name', (format) => {
  it('gives back each by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDatasetDocument, { maxLength: 4 }), async (documents) => {
        const read = await readBack(format, documents, anyContext)
        expect(read.map(({ id, lines }) => ({ id, lines }))).toEqual(
          documents.map((document) => ({
            id: document.id,
            lines: format.carries?.(document, anyContext),
          })),
        )
      }),
    )
  })
})

describe('conll', () => {
  it('gives each segment its label back, found by its words', async () => {
    await fc.assert(
      fc.asyncProperty(anyDatasetDocument, async (document) => {
        const { text, segments } = document
        const [read] = await readBack(conll, [document], anyContext)
        const { spans, share } = alignGold(text, read?.lines ?? [])
        // A cut between a letter and its mark, or within a syllable, leaves no letter that is the same.
        fc.pre(segments.every(({ start }) => !/^[\p{M}\u1161-\u11c2]/u.test(text.slice(start))))
        expect(share).toBe(1)
        spansOfSegments(segments, spans).forEach((span, index) => {
          const segment = segments[index]
          const shown = text.slice(segment?.start, segment?.end).replace(/[\s\p{Cc}\p{Cf}]/gu, '')
          if (segment && 2 * shown.length > segment.end - segment.start)
            expect(span?.label).toBe(segment.label)
        })
      }),
    )
  })

  it('has a word a line, in scripts with and without spaces between words', () => {
    const text = 'Nhịp sống.\nสวัสดีชาวโลก\n你好世界'
    const [file] = filesOf(conll, [marked(text, ['title', 'body', null])], anyContext)
    expect(file?.text.split('\n')).toEqual([
      '-DOCSTART-\tO\ta.txt\tO',
      '',
      'Nhịp\tB-title',
      'sống\tI-title',
      '.\tI-title',
      'สวัสดี\tB-body',
      'ชาว\tI-body',
      'โลก\tI-body',
      '你好\tO',
      '世界\tO',
      '',
    ])
  })

  it('keeps a label with a space in one column', async () => {
    const document = marked('Boats', ['chú thích'])
    expect(filesOf(conll, [document], anyContext)[0]?.text).toContain('Boats\tB-chú%20thích\n')
    expect((await readBack(conll, [document], anyContext))[0]?.lines).toEqual([
      { text: 'Boats', label: 'chú thích' },
    ])
  })

  // The shape of CoNLL-2003, of AIDA's edition of it, and of files that also mark the ends.
  it('is read as others write it', async () => {
    const text = `-DOCSTART- -X- O O

EU NNP B-NP B-ORG
rejects VBZ B-VP O

-DOCSTART- (12 name)
New B-LOC
York E-LOC
Rome S-LOC
now what
`
    expect(await readFrom(conll, text, '')).toEqual([
      expect.objectContaining({
        where: 'line 1',
        id: null,
        lines: [
          { text: 'EU', label: 'ORG' },
          { text: 'rejects', label: null },
        ],
      }),
      {
        where: 'line 10',
        reason: 'The tag “what” is neither O nor a label with what it begins or goes on with, as B-body.',
      },
      expect.objectContaining({
        id: '12 name',
        lines: [
          { text: 'New York', label: 'LOC' },
          { text: 'Rome', label: 'LOC' },
          { text: 'now', label: null },
        ],
      }),
    ])
  })
})

describe('conll-lines', () => {
  it('has a labelled segment a line', () => {
    const document = marked('One\tline\nanother\nnone', ['title', 'chú thích'])
    expect(filesOf(conllLines, [document], anyContext)[0]?.text).toBe(
      '-DOCSTART-\ta.txt\n\ntitle\tOne line\nchú%20thích\tanother\n',
    )
  })

  it('is read without heads of documents, and names what is no such line', async () => {
    const read = await readFrom(conllLines, 'body\tOne\n\nno tab\n\tnone\n', '')
    expect(read).toEqual([
      expect.objectContaining({ where: 'line 1', lines: [{ text: 'One', label: 'body' }] }),
      { where: 'line 3', reason: 'It is no label, tab and text.' },
      expect.objectContaining({ where: 'line 4', lines: [{ text: 'none', label: null }] }),
    ])
  })
})

describe('cleaneval', () => {
  it('has the address, and what is kept behind its start tags', () => {
    const document = {
      ...marked('News\nTitle\nFirst\nfoo', ['boilerplate', 'title', 'body']),
      url: 'https://example.org/a',
    }
    expect(filesOf(cleaneval, [document], anyContext)).toEqual([
      { path: 'a.txt', text: 'URL: https://example.org/a\n\n<h> Title\n\n<p> First\n' },
    ])
  })

  it('is read as annotators of CleanEval wrote it', async () => {
    const text =
      'URL: http://example.org/\r\n\r\n  before\nany tag\n\n<H>Title\n<p>wrapped\nlines\n<l> item\n'
    expect(await readFrom(cleaneval, text, 'gold/163-cleaned.txt')).toEqual([
      expect.objectContaining({
        id: '163.txt',
        url: 'http://example.org/',
        lines: [
          { text: 'before any tag', label: 'p' },
          { text: 'Title', label: 'h' },
          { text: 'wrapped lines', label: 'p' },
          { text: 'item', label: 'l' },
        ],
      }),
    ])
  })
})

describe('dragnet', () => {
  const context = {
    ...anyContext,
    labels: anyContext.labels.map((label) =>
      label.name === 'chú thích' ? { ...label, name: 'comments' } : label,
    ),
  }

  it('has the page, and the comments after the content', () => {
    const document = marked(
      'Title\nmenu\nFirst!\nBody',
      ['title', 'boilerplate', 'comments', 'body'],
      'a/b.html',
    )
    const [page, gold] = filesOf(dragnet, [document], context)
    expect(page?.path).toBe('HTML/a%2Fb.html')
    expect(page?.text).toContain('<p>menu</p>')
    expect(gold).toEqual({
      path: 'Corrected/a%2Fb.html.corrected.txt',
      text: 'Title\nBody\n\n!@#$%^&*()  COMMENTS\n\nFirst!\n',
    })
  })

  it('refuses text that would be taken for the beginning of the comments', () => {
    const document = marked('!@#$%^&*() COMMENTS', ['body'])
    expect(() => dragnet.pieces(document, context)).toThrow(RangeError)
  })

  it('does not write a name that no file can have', () => {
    expect(() => dragnet.pieces(marked('One', ['body'], 'ệ'.repeat(100)), context)).toThrow(RangeError)
  })
})
