import { describe, expect, it } from 'vitest'
import { isAllowedLink, licencePage } from '../../../src/main/is-allowed-link.ts'

describe('the links that leave Winnow', () => {
  it('include the page of the licence', () => {
    expect(isAllowedLink(licencePage)).toBe(true)
  })

  it.each([
    'http://opensource.org/license/mit',
    'https://opensource.org.example/',
    'https://www.opensource.org/',
    'https://opensource.org:8443/',
    'https://opensource.org@evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'blob:https://opensource.org/x',
    'opensource.org',
    '',
  ])('do not include %j', (url) => {
    expect(isAllowedLink(url)).toBe(false)
  })
})
