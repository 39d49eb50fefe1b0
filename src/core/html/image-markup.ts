/** What an image becomes in a text. */
export interface ImageMarkup {
  /** `![alt](address)` */
  readonly markup: string
  /** True for a small one, which stands within a line as a letter does. */
  readonly isInline: boolean
}

/** An image with no side longer than this is small, in CSS pixels. */
const smallSide = 32

/** What segmentation takes for the residue of an image; see `core/image-residue.ts`. */
const longestAlternative = 500
const longestAddress = 1000

/** Where pages put the address of an image that is loaded only when it comes into sight. */
const addressAttributes = ['src', 'data-src', 'data-lazy-src', 'data-original', 'srcset', 'data-srcset']

/** The markup of an `<img>` with these attributes, or null for an image that is there to count visitors. */
export function imageMarkup(attributes: ReadonlyMap<string, string>): ImageMarkup | null {
  const width = side(attributes.get('width'))
  const height = side(attributes.get('height'))
  if (width <= 1 && height <= 1) return null
  const isInline =
    (width <= smallSide && height <= smallSide) ||
    /\b(emoji|smil(ey|ie))\b/i.test(attributes.get('class') ?? '')
  return { markup: `![${alternative(attributes.get('alt') ?? '')}](${address(attributes)})`, isInline }
}

const side = (value: string | undefined): number => {
  const pixels = Number.parseFloat(value ?? '')
  return Number.isNaN(pixels) || value?.trim().endsWith('%') ? Number.POSITIVE_INFINITY : pixels
}

/** On one line and without brackets, so that it can be told where it ends. */
function alternative(alt: string): string {
  const plain = alt.replaceAll('\0', '').replace(/\s+/g, ' ').trim().replaceAll('[', '(').replaceAll(']', ')')
  return plain.slice(0, longestAlternative).replace(/[\ud800-\udbff]$/, '')
}

/** The first address that leads somewhere; empty if there is none, if it is a program or the image itself, or endless. */
function address(attributes: ReadonlyMap<string, string>): string {
  for (const name of addressAttributes) {
    const value = attributes.get(name)
    const written = (name.endsWith('srcset') ? value?.trim().split(/[\s,]+/)[0] : value) ?? ''
    const plain = written
      .trim()
      .replace(/[\t\n\r\0]/g, '')
      .replace(/[\s()]/g, (letter) => escaped[letter] ?? '%20')
    if (
      plain !== '' &&
      plain.length <= longestAddress &&
      !/^(data|javascript|vbscript|blob|about):/i.test(plain)
    )
      return plain
  }
  return ''
}

const escaped: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' }
