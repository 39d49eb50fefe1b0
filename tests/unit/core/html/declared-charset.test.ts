import { expect, it } from 'vitest'
import { charsetOf, declaredCharset } from '../../../../src/core/html/declared-charset.ts'

it.each([
  ['<html><head><meta charset="windows-1258">', 'windows-1258'],
  ["<META CHARSET='Shift_JIS'/>", 'Shift_JIS'],
  ['<meta name=x content=y><meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb2312'],
  ['<?xml version="1.0" encoding=\'iso-8859-2\'?><html>', 'iso-8859-2'],
  ['<!-- <meta charset=no> --><meta charset=euc-kr>', 'euc-kr'],
  ['<p>charset=utf-8</p>', null],
  [`${' '.repeat(5000)}<meta charset=utf-8>`, null],
])('finds in %j the declared encoding', (head, charset) => {
  expect(declaredCharset(head)).toBe(charset)
})

it('finds the encoding that a server tells', () => {
  expect(charsetOf('text/html; charset="UTF-8"; x=y')).toBe('UTF-8')
  expect(charsetOf('text/html')).toBeNull()
})
