import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boilernet } from '../../../../src/core/datasets/boilernet/boilernet.ts'
import type { DatasetDocument } from '../../../../src/core/datasets/dataset-document.ts'
import { l3sGn1 } from '../../../../src/core/datasets/l3s-gn1/l3s-gn1.ts'
import { htmlLines } from '../../../../src/core/html/html-lines.ts'
import { segmentByLine } from '../../../../src/core/segmentation/line.ts'
import { anyContext, anyLabelledPage, datasetDocument } from './any-dataset-document.ts'
import { filesOf, readBack, readFrom } from './read-back.ts'

function page(source: string, labels: readonly (string | null)[]): DatasetDocument {
  const { text } = htmlLines(source)
  const segments = segmentByLine(text).map(({ start, end }, index) => {
    const label = labels[index] ?? null
    return { start, end, label, by: label === null ? null : ('human' as const) }
  })
  return datasetDocument('a.html', text, segments, source)
}

const source =
  '<!doctype html><title>x</title><nav>Home</nav>\r\n<h1 id=t>AT&amp;T <b>rises</b></h1><p>“Up” &lt; 5<img src=a.jpg>now'

/** Without those that are cut within what is one entity of the page: `≂̸` is `&NotEqualTilde;`. */
const anyWritable = anyLabelledPage.filter(
  ({ html, text, segments }) =>
    !html?.source.includes('&NotEqualTilde;') || segments.every(({ start }) => text[start] !== '\u0338'),
)

describe.each([boilernet, l3sGn1])('$name', (format) => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyWritable, async (document) => {
        const [read, ...others] = await readBack(format, [document], anyContext)
        expect(others).toEqual([])
        expect(read?.lines).toEqual(format.carries?.(document, anyContext))
        if (document.html) expect(read?.text).toBe(document.text)
      }),
      { numRuns: 300 },
    )
  })

  it('adds elements to the page and changes nothing else', () => {
    fc.assert(
      fc.property(anyWritable, (document) => {
        const file = filesOf(format, [document], anyContext).at(-1)
        const bare = file?.text.replace(/<span (?:__boilernet_label="\d"|class="x-nc-sel\d")>/g, '<+>')
        const kept = document.html?.source
        if (kept !== undefined)
          expect(bare?.replace(/^\ufeff(?=\ufeff)/, '').replace(/<\+>(.*?)<\/span>/gs, '$1')).toBe(kept)
      }),
    )
  })

  it('refuses a page that is not labelled to the end', () => {
    const document = page(source, ['boilerplate', 'title', null])
    expect(() => format.pieces(document, anyContext)).toThrow(/has no label/)
  })

  it('says of a page that was made from text that it was', () => {
    const text = 'One <script>alert(1)</script> & more'
    const segments = [{ start: 0, end: text.length, label: 'body', by: 'human' as const }]
    const [file] = filesOf(format, [datasetDocument('a"b.txt', text, segments)], anyContext)
    expect(file?.text).toContain('not the HTML of the page')
    expect(file?.text).not.toContain('<script>')
    expect(file?.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
  })

  it('marks a page that declares another encoding as UTF-8', async () => {
    const document = page('<meta charset=windows-1258><p>Nhịp', ['body'])
    const files = filesOf(format, [document], anyContext)
    for (const { text } of files) expect(text.startsWith('\ufeff<meta charset=windows-1258>')).toBe(true)
    expect((await readBack(format, [document], anyContext))[0]?.text).toBe('Nhịp')
  })

  it('refuses a cut within an entity', () => {
    const segments = [0, 1].map((start) => ({
      start,
      end: start + 1,
      label: start === 0 ? 'title' : 'boilerplate',
      by: 'human' as const,
    }))
    const document = datasetDocument('a.html', '≂̸', segments, '&NotEqualTilde;')
    expect(() => format.pieces(document, anyContext)).toThrow(/one entity/)
  })

  it('leaves text in a form field alone, unless it is kept', () => {
    const form = '<p>Body</p><textarea>Your comment</textarea>'
    const written = filesOf(format, [page(form, ['body', 'boilerplate'])], anyContext).at(-1)?.text
    expect(written).toContain('<textarea>Your comment</textarea>')
    expect(() => format.pieces(page(form, ['body', 'body']), anyContext)).toThrow(/<textarea>/)
  })
})

it('marks what BoilerNet keeps and drops, within the tags of the page', () => {
  const document = page(source, ['boilerplate', 'title', 'body', 'boilerplate', 'body'])
  expect(filesOf(boilernet, [document], anyContext)).toEqual([
    {
      path: 'a.html',
      text: '<!doctype html><title>x</title><nav><span __boilernet_label="0">Home</span></nav>\r\n<h1 id=t><span __boilernet_label="1">AT&amp;T</span> <b><span __boilernet_label="1">rises</span></b></h1><p><span __boilernet_label="1">“Up” &lt; 5</span><img src=a.jpg><span __boilernet_label="1">now</span>',
    },
  ])
})

it('marks the classes of L3S-GN1 beside the page as it was', () => {
  const document = page(source, ['boilerplate', 'title', 'body', 'chú thích', 'body'])
  const [original, annotated] = filesOf(l3sGn1, [document], anyContext)
  expect(original).toEqual({ path: 'original/a.html', text: source })
  expect(annotated?.path).toBe('annotated/a.html')
  expect(annotated?.text).toContain('<nav><span class="x-nc-sel0">Home</span></nav>')
  expect(annotated?.text).toContain('<b><span class="x-nc-sel1">rises</span></b>')
  expect(annotated?.text).toContain('<span class="x-nc-sel2">now</span>')
})

it('reads pages of L3S-GN1 whose spans nest, and takes unmarked text for no content', async () => {
  const html =
    '<p>Home <span class="x-nc-sel1">Headline</span></p><span class="small x-nc-sel2">Text <span>in</span> <span class="x-nc-sel5">Nice</span> more</span>'
  expect(await readFrom(l3sGn1, html, 'annotated/12.html')).toEqual([
    expect.objectContaining({
      id: '12.html',
      text: 'Home Headline\nText in Nice more',
      lines: [
        { text: 'Home', label: 'not-content' },
        { text: 'Headline', label: 'headline' },
        { text: 'Text in', label: 'full-text' },
        { text: 'Nice', label: 'comments' },
        { text: 'more', label: 'full-text' },
      ],
    }),
  ])
})
