import fc from 'fast-check'
import { expect, it } from 'vitest'
import { languageNamed, languageOf } from '../../../src/core/language-of.ts'
import { trickyPieces } from './any-text.ts'

it.each([
  [
    'vi',
    'Trang chủ | Tin mới\nĐội tuyển Việt Nam thắng 2-0 trước Thái Lan trong trận chung kết tối qua.\nMới',
  ],
  ['en', 'Read more\nThe storm hit the coast on Monday morning, and many people left their homes.'],
  ['fr', 'Le gouvernement a annoncé de nouvelles mesures pour les écoles du pays.'],
  ['uk', 'Мешканці міста скаржаться на шум вночі, повідомила міська рада.'],
  ['ja', '東京で新しい展覧会が始まった。彼は昨日の試合について話した。'],
  ['zh', '北京今天发布了新的规定，居民们抱怨夜间的噪音。'],
  ['th', 'ประธานาธิบดีเยือนภูมิภาคเมื่อวันจันทร์'],
])('finds %s by the text', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

it.each(['', '12 : 30', '![]() |', 'OK', '\u0000'])('says nothing of “%s”', (text) => {
  expect(languageOf(text)).toBeNull()
})

it.each([
  ['vi-VN', 'vi'],
  ['vie', 'vi'],
  ['vie_Latn', 'vi'],
  ['__label__vi', 'vi'],
  ['vie,eng', 'vi'],
  ['EN', 'en'],
  ['cmn_Hani', 'zh'],
  ['und', null],
  ['English', null],
  ['', null],
  ['1', null],
])('takes the code %s as %s', (name, language) => {
  expect(languageNamed(name)).toBe(language)
})

it('lets what a record says go before its text, where that names a language', () => {
  const text = 'The storm hit the coast on Monday morning, and many people left.'
  expect(languageOf(text, 'de-CH')).toBe('de')
  expect(languageOf(text, 'unknown language')).toBe('en')
})

it('answers a code or nothing, whatever the text and the name', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...trickyPieces), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(texts, fc.string(), (pieces, told) => {
      expect(languageOf(pieces.join('\n'), told) ?? 'en').toMatch(/^[a-z]{2,3}$/)
    }),
  )
})
