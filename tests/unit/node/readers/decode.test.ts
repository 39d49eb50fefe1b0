import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type Encoding, encodingNamed, encodings, encodingTitle } from '../../../../src/core/encoding.ts'
import { decodeAs, decodeText } from '../../../../src/node/readers/decode.ts'
import { anyText } from '../../core/any-text.ts'

/** Vietnamese as windows-1258 writes it: vowels with their shape, the tone as a character after them. */
const tonesApart = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([aeouAEOU])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])/g, '$1$3$2')
    .replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (letter) => letter.normalize('NFC'))

const pages: readonly [Encoding, string][] = [
  ['windows-1252', 'Le marché s’éveille à l’aube : les bateaux chargés se pressent déjà. « Ça va ? »'],
  ['windows-1252', 'Der Müller öffnet früh die Tür; überall hört man Gespräche über die schönen Häuser.'],
  ['windows-1252', `${'A plain page in English. '.repeat(40)} The café’s naïve “quotes”.`],
  ['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy. Zítra bude hezky, říká předpověď počasí.'],
  ['windows-1251', 'Плавучий рынок просыпается на рассвете, и лодки с овощами теснятся у причала.'],
  ['koi8-r', 'Плавучий рынок просыпается на рассвете, и лодки с овощами теснятся у причала.'],
  ['windows-1256', 'تستيقظ السوق العائمة عند الفجر وتتزاحم القوارب المحملة بالخضروات.'],
  [
    'windows-1258',
    tonesApart('Chợ nổi Cái Răng họp từ sáng sớm. Những chiếc thuyền chở đầy trái cây trôi trên sông.'),
  ],
  ['cp874', 'ตลาดน้ำตื่นขึ้นในยามเช้า เรือบรรทุกผักและผลไม้มารวมกันที่ท่าเรือ'],
  ['cp932', '水上市場は夜明けとともに目を覚まし、野菜や果物を積んだ船が集まってくる。'],
  ['euc_jp', '水上市場は夜明けとともに目を覚まし、野菜や果物を積んだ船が集まってくる。'],
  ['gb18030', '水上市场在黎明时分醒来，满载蔬菜和水果的船只聚集在码头旁边。'],
  ['cp950', '水上市場在黎明時分醒來，滿載蔬菜和水果的船隻聚集在碼頭旁邊。'],
  ['cp949', '수상 시장은 새벽에 깨어나고 채소와 과일을 실은 배들이 부두에 모여든다.'],
  ['utf-16-le', 'The floating market wakes at dawn.'],
  ['utf-16-le', '水上市場は夜明けとともに目を覚まし、野菜や果物を積んだ船が集まってくる。\n'.repeat(4)],
  ['utf-16-be', 'Плавучий рынок просыпается на рассвете.'],
]

const iconvName = (encoding: Encoding): string =>
  ({ 'utf-16-le': 'utf16le', 'utf-16-be': 'utf16be', cp874: 'windows-874', euc_jp: 'euc-jp' })[
    encoding as string
  ] ?? encoding

describe('an encoding is found out', () => {
  for (const [encoding, page] of pages)
    test(`${encoding}: ${page.slice(0, 20)}`, () => {
      const bytes = iconv.encode(page, iconvName(encoding), { addBOM: false })
      expect(decodeText(bytes)).toEqual({ text: page, encoding, undecodable: 0 })
      expect(
        decodeText(iconv.encode(`${page}\n`.repeat(9), iconvName(encoding), { addBOM: false })),
      ).toMatchObject({ encoding, undecodable: 0 })
    })

  test('ISO-2022-JP, which is all ASCII', () => {
    const bytes = Buffer.from('\u001b$B?e>e;T>l$OLk@Q\u001b(B', 'latin1')
    expect(decodeText(bytes)).toMatchObject({ encoding: 'iso2022_jp', undecodable: 0 })
  })
})

describe('any text survives', () => {
  const marked: readonly [Encoding, string][] = [
    ['utf-8-sig', 'utf8'],
    ['utf-16', 'utf16le'],
    ['utf-16', 'utf16be'],
    ['utf-32', 'utf32le'],
    ['utf-32', 'utf32be'],
  ]
  for (const [encoding, name] of marked)
    test(`${name} with a byte order mark, which is no part of it`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          // What begins with a NUL after the mark of UTF-16 looks like the mark of UTF-32.
          fc.pre(!text.startsWith('\0'))
          const bytes = iconv.encode(text, name, { addBOM: true })
          expect(decodeText(bytes)).toEqual({ text, encoding, undecodable: 0 })
        }),
        { numRuns: 60 },
      )
    })

  for (const encoding of ['utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be', 'gb18030'] as const)
    test(`${encoding} where it is known`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const name = encoding.replace(/-(le|be)$/, '$1')
          expect(decodeAs(iconv.encode(text, name, { addBOM: false }), encoding)).toEqual({
            text,
            encoding,
            undecodable: 0,
          })
        }),
        { numRuns: 60 },
      )
    })
})

test('what cannot be decoded is counted, and U+FFFD itself is not', () => {
  expect(decodeAs(Buffer.from('a\ufffdb'), 'utf-8').undecodable).toBe(0)
  expect(decodeAs(Buffer.from([0x61, 0xff, 0x62, 0xc3]), 'utf-8')).toEqual({
    text: 'a\ufffdb\ufffd',
    encoding: 'utf-8',
    undecodable: 2,
  })
  expect(decodeAs(Buffer.from([0x61, 0x81]), 'windows-1252').undecodable).toBe(1)
  expect(decodeAs(Buffer.from([0x00, 0xd8, 0x61, 0x00]), 'utf-16-le').undecodable).toBe(1)
})

test('a page in UTF-8 that was cut within a character is still UTF-8', () => {
  const bytes = Buffer.from('Chợ nổi Cái Răng họp từ sáng sớm')
  const cut = bytes.subarray(0, bytes.length - 2)
  expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8', undecodable: 1 })
})

test('a byte order mark goes before the choice, the choice before what is declared, that before detection', () => {
  const russian = 'Плавучий рынок'
  const bytes = iconv.encode(russian, 'windows-1251')
  expect(decodeText(bytes, { chosen: 'koi8-r' }).encoding).toBe('koi8-r')
  expect(decodeText(Buffer.from(`\ufeff${russian}`), { chosen: 'koi8-r' })).toMatchObject({ text: russian })
  expect(decodeText(bytes, { declared: 'Windows-1251', chosen: 'koi8-r' }).encoding).toBe('koi8-r')
  expect(decodeText(bytes, { declared: 'CP1251' })).toMatchObject({ text: russian })
  expect(decodeText(Buffer.from('plain'), { declared: 'iso-8859-1' }).encoding).toBe('windows-1252')
})

test('what is declared wrongly is not believed', () => {
  const page = 'Плавучий рынок просыпается на рассвете, и лодки теснятся у причала.'
  expect(decodeText(iconv.encode(page, 'windows-1251'), { declared: 'utf-8' }).text).toBe(page)
  expect(decodeText(Buffer.from(page), { declared: 'nonsense' }).text).toBe(page)
})

test('a choice that tells of a byte order mark is recorded as what the bytes are', () => {
  expect(decodeText(Buffer.from('a\0b\0', 'latin1'), { chosen: 'utf-16' })).toMatchObject({
    text: 'ab',
    encoding: 'utf-16-le',
  })
})

test('encodings are known by the names that pages use', () => {
  expect(
    ['UTF8', 'latin1', 'ISO_8859-5', 'x-sjis', 'GBK', 'ks_c_5601-1987', 'TIS-620', 'Big5', 'cp1258'].map(
      encodingNamed,
    ),
  ).toEqual([
    'utf-8',
    'windows-1252',
    'iso8859-5',
    'cp932',
    'gb18030',
    'cp949',
    'cp874',
    'cp950',
    'windows-1258',
  ])
  expect(encodingNamed('none')).toBe(null)
  expect(
    ['utf-8', 'utf-8-sig', 'windows-1258', 'euc_jp'].map((name) => encodingTitle(name as Encoding)),
  ).toEqual(['UTF-8', 'UTF-8 (BOM)', 'windows-1258', 'EUC-JP'])
})

const python = ['python3', 'python'].find((name) => {
  try {
    return execFileSync(name, ['--version'], { stdio: 'pipe' }).toString().startsWith('Python 3')
  } catch {
    return false
  }
})

test.skipIf(!python)(
  'Python knows each name and decodes alike what both can decode (if Python is there)',
  () => {
    const oneByte = encodings.filter((name) => /^(windows|iso8859|koi8|cp866|cp874)/.test(name))
    const twoBytes: Encoding[] = ['cp932', 'cp949', 'cp950', 'gb18030']
    const script = `
import json, sys
one, two, known = json.loads(sys.stdin.read())
for name in known: ''.encode(name)
def decoded(name, data):
    try: return data.decode(name)
    except UnicodeDecodeError: return None
print(json.dumps([
  {name: [decoded(name, bytes([b])) for b in range(256)] for name in one},
  {name: [decoded(name, bytes([a, b])) for a in range(0x81, 0xff) for b in range(0x40, 0xff)] for name in two}]))`
    const input = JSON.stringify([oneByte, twoBytes, encodings])
    const output = execFileSync(python ?? '', ['-c', script], { input, maxBuffer: 64 * 1024 * 1024 })
    const [single, double] = JSON.parse(output.toString()) as Record<string, (string | null)[]>[]
    const differences: string[] = []
    const compare = (name: Encoding, bytes: number[], expected: string | null | undefined): void => {
      const { text, undecodable } = decodeAs(Uint8Array.from(bytes), name)
      if (undecodable === 0 && expected !== null && text !== expected)
        differences.push(`${name} ${Buffer.from(bytes).toString('hex')}`)
    }
    for (const name of oneByte) for (let b = 0; b < 256; b++) compare(name, [b], single?.[name]?.[b])
    for (const name of twoBytes) {
      let index = 0
      for (let a = 0x81; a < 0xff; a++)
        for (let b = 0x40; b < 0xff; b++) compare(name, [a, b], double?.[name]?.[index++])
    }
    // Two characters that Unicode took up after Python's tables were made.
    expect(differences).toEqual(['gb18030 a3a0', 'gb18030 a8bc'])
  },
)
