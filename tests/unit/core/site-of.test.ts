import { expect, it } from 'vitest'
import { siteOf } from '../../../src/core/site-of.ts'

it.each([
  ['a.txt', undefined, ''],
  ['a/b/c.txt', undefined, 'a/b'],
  ['a/b.txt', 'https://tuoitre.vn/tin.htm', 'tuoitre.vn'],
  ['a/b.txt', 'https://www.The-Paper.co.uk:8080/x?y=https://z.org', 'the-paper.co.uk'],
  ['a/b.txt', 'http://user@news.bao.com.vn#top', 'bao.com.vn'],
  ['a/b.txt', 'http://t.co/x', 't.co'],
  ['a/b.txt', 'http://192.168.0.1/x', '192.168.0.1'],
  ['a/b.txt', 'http://[::1]:80/x', '[::1]'],
  ['a/b.txt', 'http://localhost/x', 'localhost'],
  ['a/b.txt', 'http://bao.vn./x', 'bao.vn'],
  ['a/b.txt', 'https://linh.github.io/x', 'linh.github.io'],
  ['mirror/www.bao.com.vn/tin/1.html', undefined, 'bao.com.vn'],
  ['news.jsonl/17', undefined, 'news.jsonl'],
  ['a/b.txt', 'no url', 'a'],
  ['a/b.txt', '', 'a'],
])('the site of %s at %s is %s', (document, url, site) => {
  expect(siteOf(document, url)).toBe(site)
})
