/**
 * The encodings in which dumps are read, by names that Python's `open` knows and decodes alike. `utf-8-sig`, `utf-16`
 * and `utf-32` begin with a byte order mark, which is no part of the text; after the names with `-le` and `-be` none
 * is expected. `cp932`, `cp949` and `cp950` are what the web calls Shift_JIS, EUC-KR and Big5.
 */
export const encodings = [
  'utf-8',
  'utf-8-sig',
  'utf-16',
  'utf-16-le',
  'utf-16-be',
  'utf-32',
  'utf-32-le',
  'utf-32-be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso8859-2',
  'iso8859-3',
  'iso8859-4',
  'iso8859-5',
  'iso8859-6',
  'iso8859-7',
  'iso8859-8',
  'iso8859-10',
  'iso8859-13',
  'iso8859-14',
  'iso8859-15',
  'iso8859-16',
  'koi8-r',
  'koi8-u',
  'cp866',
  'cp874',
  'cp932',
  'euc_jp',
  'iso2022_jp',
  'cp949',
  'gb18030',
  'cp950',
  'big5hkscs',
] as const

export type Encoding = (typeof encodings)[number]

/** Other names for them, as pages and detectors say them, without what is neither a letter nor a digit. */
const otherNames: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  unicode11utf8: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  utf8sig: 'utf-8-sig',
  // As browsers read it: pages that say Latin 1 hold the letters of windows-1252 where Latin 1 has control characters.
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  iso88599: 'windows-1254',
  latin5: 'windows-1254',
  iso885911: 'cp874',
  tis620: 'cp874',
  windows874: 'cp874',
  latin2: 'iso8859-2',
  latin9: 'iso8859-15',
  koi8: 'koi8-r',
  ibm866: 'cp866',
  shiftjis: 'cp932',
  xsjis: 'cp932',
  sjis: 'cp932',
  windows31j: 'cp932',
  ms932: 'cp932',
  eucjp: 'euc_jp',
  xeucjp: 'euc_jp',
  euckr: 'cp949',
  uhc: 'cp949',
  ksc56011987: 'cp949',
  ksc5601: 'cp949',
  windows949: 'cp949',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  xgbk: 'gb18030',
  cp936: 'gb18030',
  big5: 'cp950',
  xxbig5: 'cp950',
  big5hkscs: 'big5hkscs',
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const byPlainName = new Map<string, Encoding>([
  ...Object.entries(otherNames),
  ...encodings.map((encoding): [string, Encoding] => [plain(encoding), encoding]),
  ...encodings
    .filter((encoding) => encoding.startsWith('iso8859'))
    .map((encoding): [string, Encoding] => [plain(`iso-8859${encoding.slice(7)}`), encoding]),
  ...encodings
    .filter((encoding) => encoding.startsWith('windows'))
    .map((encoding): [string, Encoding] => [`cp${encoding.slice(8)}`, encoding]),
])

/** The encoding that a page, a detector or a user calls `name`, or null if there is none that Winnow reads. */
export const encodingNamed = (name: string): Encoding | null => byPlainName.get(plain(name)) ?? null

/** How an encoding is called in the interface, in any language. */
export function encodingTitle(encoding: Encoding): string {
  if (encoding === 'utf-8-sig') return 'UTF-8 (BOM)'
  return encoding.startsWith('windows') ? encoding : encoding.toUpperCase().replace('_', '-')
}
