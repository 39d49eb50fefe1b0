import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlLines, htmlLinesInSteps } from '../../../../src/core/html/html-lines.ts'

const textOf = (source: string): string => htmlLines(source).text

describe('what becomes of a page', () => {
  it('makes a line of each block, of an image and of what a line break parts', () => {
    const page = `<!DOCTYPE html>
      <html lang="vi"><head>
        <title>Chó &amp; mèo</title>
        <meta property="article:published_time" content="2026-01-08T15:59:00Z">
        <link rel="stylesheet" href="a.css"><link rel="canonical" href="https://a.example/1">
        <style>p > b { color: red }</style><script>document.write("<p>no</p>")</script>
      </head><body class="page wide">
        <header><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin</a></ul></nav></header>
        <main><article>
          <h1>Một <em>tiêu đề</em></h1>
          <p class="meta">  Ngày&nbsp;8   tháng 1<br>Hà Nội
          <figure><img src="a (1).jpg" alt="Một [con] chó"><figcaption>Ảnh: TTXVN</figcaption></figure>
          <p>Xem <a href="/x">bài này</a>, <!-- không -->và<wbr> đọc.<noscript><p>no</p></noscript>
          <p>Nhỏ <img src="s.png" alt=":)" width="16" height="16"> thôi<img src="/count" width=1 height=1>.</p>
          <hr>
          <p>Cuối</p>
        </article></main>
        <template><p>no</p></template><svg><title>no</title><text>no</text></svg>
        <footer>© <b>2026</b></footer>
      </body></html>`
    const { text, facts } = htmlLines(page)
    expect(text).toBe(
      [
        'Trang chủ',
        'Tin',
        'Một tiêu đề',
        'Ngày\u00a08 tháng 1',
        'Hà Nội',
        '![Một (con) chó](a%20%281%29.jpg)',
        'Ảnh: TTXVN',
        'Xem bài này, và đọc.',
        'Nhỏ ![:)](s.png) thôi.',
        '',
        'Cuối',
        '© 2026',
      ].join('\n'),
    )
    expect(facts).toEqual({
      url: 'https://a.example/1',
      language: 'vi',
      date: '2026-01-08T15:59:00Z',
      title: 'Chó & mèo',
    })
  })

  it('ends the cells of a table with a pipe, after the last of several lines, and leaves out empty ones', () => {
    expect(
      textOf(`<table><caption>Ranking</caption><thead><tr><th>School<th>Place</thead>
        <tr><td>A<td><p>1st</p><p>(2nd)</p><tr><td><img data-src="b.png" src="data:image/gif;base64,R0"><td></table>after`),
    ).toBe('Ranking\nSchool |\nPlace |\nA |\n1st\n(2nd) |\n![](b.png) |\nafter')
  })

  it('keeps the lines and the indentation of preformatted text, and parts nothing else by them', () => {
    expect(textOf('<p>a\nb<pre>\n\tif x:\r\n    y  \n\n\nz\n\n</pre><p>c')).toBe(
      'a b\n\tif x:\n    y\n\n\nz\n\nc',
    )
  })

  it('ends items and paragraphs that no tag ends, also in lists within lists', () => {
    const { text, lines } = htmlLines(
      '<ul><li>one<div>more</div><li>two<ol><li>in<li><p>deep<p>er</ol></ul><dl><dt>k<dd>v',
    )
    expect(text).toBe('one\nmore\ntwo\nin\ndeep\ner\nk\nv')
    expect(lines.map(({ path }) => path)).toEqual([
      'ul>li',
      'ul>li>div',
      'ul>li',
      'ul>li>ol>li',
      'ul>li>ol>li>p',
      'ul>li>ol>li>p',
      'dl>dt',
      'dl>dd',
    ])
  })

  it('leaves right-to-left and Chinese, Japanese and Korean text as it is', () => {
    expect(
      textOf(
        '<p dir=rtl>\u200fمرحبا <b>بالعالم</b>\u200e</p><p>東京<b>都</b>、\n日本</p><p>e\u0301 \u{1f600}',
      ),
    ).toBe('\u200fمرحبا بالعالم\u200e\n東京都、 日本\ne\u0301 \u{1f600}')
  })

  it('leaves one blank line where there is a rule, two line breaks, a film or an empty paragraph', () => {
    expect(textOf('<p>a<br><br><br>b<hr><hr>c<iframe src=x>no</iframe>d<p>&nbsp;</p><p>e<p></p>f')).toBe(
      'a\n\nb\n\nc\n\nd\n\ne\nf',
    )
  })

  it('says how much of a line is in links, also where the link is not closed as it was opened', () => {
    const { lines } = htmlLines(
      '<a href=x><div>1234</div></a><div>12<a href=y>34</div><a name=z>12</a></a><p>12<a href=x>34</p>',
    )
    expect(lines.map(({ linkShare }) => linkShare)).toEqual([1, 0.5, 0, 0.5])
  })

  it('shows neither programs nor data as the address of an image', () => {
    expect(
      textOf(
        '<img src=" java\nscript:alert(1)" alt=a><img src="JavaScript:x" srcset="b.png 2x, c.png"><img alt="c">',
      ),
    ).toBe('![a]()\n![](b.png)\n![c]()')
  })

  it.each([
    ['a quoted >', '<p title="a > b">x</p>', 'x'],
    ['CDATA', '<p>a<![CDATA[<b>]]>b', 'ab'],
    ['a comment without an end', '<p>a<!-- b', 'a'],
    ['a tag without an end', '<p>a<b class="', 'a'],
    ['U+0000', '<p>a\0b&#0;', 'ab\ufffd'],
    ['a script without an end', '<p>a<script>b', 'a'],
    ['text after the end', '<body><p>a</body></html>b', 'ab'],
    ['a block in a drawing that was not ended', '<svg><path><p>a</p>', 'a'],
    ['entities without a semicolon, and none', '<p>&copy &nix; &#x1f600; &', '© &nix; \u{1f600} &'],
    ['a stray end of a paragraph', 'a</p>b', 'a\nb'],
    [
      'a form element',
      '<button>a</button><select><option>b<option>c</select><textarea>\nd\ne</textarea>',
      'a\nb\nc\nd\ne',
    ],
    ['nothing', '', ''],
  ])('takes %s', (_, source, text) => {
    expect(textOf(source)).toBe(text)
  })

  it.each([
    ['a million letters of nested divisions', `${'<div>'.repeat(200_000)}x`, 'x'],
    ['as many ends of elements', `<p>x${'</i></div>'.repeat(100_000)}`, 'x'],
    ['as many table cells', `${'<td>'.repeat(250_000)}x`, 'x |'],
    ['an element with a million letters of attributes', `<p ${'a="1" '.repeat(160_000)}>x`, 'x'],
  ])('gets through %s', (_, source, text) => {
    expect(textOf(source)).toBe(text)
  })

  it('shows the innermost elements of a long path only', () => {
    const [line] = htmlLines(`${'<div>'.repeat(600)}<p>x`).lines
    expect(line?.path).toBe(`…>${'div>'.repeat(23)}p`)
  })
})

const tag = fc.constantFrom(
  ...'a b i p div ul li table tr td th pre br hr img h1 span svg math script style title template noscript textarea'.split(
    ' ',
  ),
  ...'select option iframe body html head button section dl dd dt form xmp mtext'.split(' '),
)
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  tag.map((name) => `<${name} class="x>y z" href='#' src=a.png alt="[b]"/>`),
  fc.constantFrom(
    'word',
    'two words ',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '&amp;',
    '&nbsp;',
    '&ngE;',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
  ),
  fc.constantFrom(
    '<!-- c -->',
    '<![CDATA[x]]>',
    '<!doctype html>',
    '<?xml?>',
    '\0',
    'é',
    'e\u0301',
    '\u{1f600}',
    '中文',
    'م',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

/** A line by itself in the elements that it stood in: what they mean for white space and cells stays the same. */
function convertedAlone(
  source: string,
  { sourceStart, sourceEnd, path }: ReturnType<typeof htmlLines>['lines'][number],
): string {
  const around = path
    .split('>')
    .map((element) => element.split('.')[0])
    .filter((name) => name && name !== '…')
    .map((name) => `<${name}${name === 'pre' || name === 'textarea' ? '>\n' : '>'}`)
    .join('')
  return textOf(around + source.slice(sourceStart, sourceEnd))
}

const withoutCellMark = (line: string): string => line.replace(/ \|$/, '')

describe('any tag soup', () => {
  it('becomes lines in order that cover all of the text but blank lines', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { text, lines } = htmlLines(source)
        let at = 0
        let sourceAt = 0
        for (const line of lines) {
          expect(text.slice(at, line.start)).toMatch(/^\n*$/)
          expect(text.slice(line.start, line.end)).toMatch(/\S/)
          expect(text.slice(line.start, line.end)).not.toMatch(/[\r\n\0]/)
          expect(line.sourceStart).toBeGreaterThanOrEqual(sourceAt)
          expect(line.sourceEnd).toBeGreaterThan(line.sourceStart)
          expect(line.linkShare).toBeGreaterThanOrEqual(0)
          expect(line.linkShare).toBeLessThanOrEqual(1)
          at = line.end
          sourceAt = line.sourceEnd
        }
        expect(at).toBe(text.length)
        expect(sourceAt).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 300 },
    )
  })

  it('has for each line the source that becomes this line', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { text, lines } = htmlLines(source)
        for (const line of lines)
          expect(withoutCellMark(convertedAlone(source, line))).toBe(
            withoutCellMark(text.slice(line.start, line.end)),
          )
      }),
      { numRuns: 300 },
    )
  })

  it('becomes the same in steps of any length', () => {
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 40 }), (source, length) => {
        const steps = htmlLinesInSteps(source, length)
        let step = steps.next()
        while (!step.done) step = steps.next()
        expect(step.value).toEqual(htmlLines(source))
      }),
      { numRuns: 300 },
    )
  })
})
