import { imageResidue } from '../../image-residue.ts'
import { classOf, characterClass as is } from './character-class.ts'

/** What a line looks like, whatever its language. */
export interface LineShape {
  /** Words that can be told from others, folded and cut to what a stem may be; for comparing lines. */
  readonly words: readonly string[]
  /** The line holds an image; its address and description count for nothing else here. */
  readonly hasImage: boolean
  /** The words of the description of an image on this line. */
  readonly imageWords: readonly string[]
  /** Nothing but images, marks and white space. */
  readonly isResidue: boolean
  /** Characters as wide as a Latin letter, so that a line in Chinese is as long as its translation. */
  readonly length: number
  readonly wordCount: number
  readonly sentenceEnds: number
  readonly commas: number
  readonly digits: number
  readonly marks: number
  /** Words that begin with a capital, the first left out, and words that could. */
  readonly capitalised: number
  readonly cased: number
  readonly allCapitals: boolean
  readonly startsLower: boolean
  readonly startsDigit: boolean
  readonly startsQuote: boolean
  readonly startsMark: boolean
  readonly endsTerminal: boolean
  readonly endsEllipsis: boolean
  readonly endsColon: boolean
  readonly endsQuote: boolean
  readonly endsLetter: boolean
  readonly endsBar: boolean
  readonly question: boolean
  readonly quotes: number
  readonly bars: number
  /** A few words and a colon come first, and no sentence ends the line: “Read also: …”. */
  readonly isLabelled: boolean
  readonly startsCapitals: boolean
  readonly isLink: boolean
  readonly hasAddress: boolean
  readonly hasDate: boolean
  readonly hasTime: boolean
  readonly hasCredit: boolean
  readonly hasCopyright: boolean
  readonly hasArrow: boolean
  /** The line folded, for finding it again in the same document. */
  readonly key: string
}

const images = new RegExp(imageResidue, 'g')
const description = /!\[([^\]\n]*)\]/g
const link = /\[([^\]\n]{0,500})\]\([^)\n]{0,1000}\)/g
const entity = /&(nbsp|amp|quot|#\d+);/g

// The patterns below are for folded text, and look at no more of a line than `edges` leaves.
const address = /https?:|www\.|[\w-]@[\w-]+\.\w|(?:^|[\s(])@\w{3}|\w\.(?:com|org|net)\b/
const date =
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b.{0,8}$|\d{4}年|\b\d{1,2}\.? \p{L}{3,10}\.?,? 20\d\d|\p{L}{3,10} \d{1,2},? 20\d\d/u
const time = /\b\d{1,2}[:.h]\d{2}\b/
/** Words for photo and its kin before a colon, slash or ©, in many languages; agencies in brackets or at the end. */
const credit =
  /(?:^|[\s(|/[])(?:photos?|pictures?|images?|credits?|fotos?|fotograf\p{L}*|bilde?r?|grafik|immagin\p{L}+|imagen|crédits?|ảnh|nguồn|фото|写真|사진|图|図|zdjęcia?|kuva|billede|copyright)\s?(?:credit|by|via|courtesy|von|de)?\s?[:：/©]|©|\((?:ap|afp|reuters|getty|dpa|epa|tass|xinhua|ttxvn|photo|foto)(?!\p{L})[^)]{0,60}\)|(?:getty|imago|getty images|shutterstock|istock|alamy|reuters|afp|dpa|picture[ -]alliance|keystone|apa|epa)[^\p{L}\p{N}]{0,3}$/u
const copyright = /©|\(c\)|copyright|all rights reserved/
const arrow = /[»›→▸►▶❯⟩<>←↑↓▼▾]|\.\.\.$|…$/u
const startMark = /^[-–—*•·#>▪■●|+✓]/u
const labelled = /^\S+(?: \S+){0,2}: /
const capitalHead = /^\p{Lu}{3}/u
const width = (kind: number): number => (kind === is.unspaced ? 2.5 : 1)
/** Characters of a word that are compared: enough to tell words apart, few enough to forgive endings. */
const stem = 6

/** The shape of one line. Costs time in proportion to its length. */
export function lineShape(line: string): LineShape {
  const hasImage = line.includes('![') && line.search(images) >= 0
  const text = plainText(line, hasImage)
  const counts = scan(text)
  const folded = text.toLowerCase()
  const ends = edges(folded)
  const last = lastOf(text)
  const hasDigits = counts.digits > 0
  return {
    words: counts.words,
    length: counts.length,
    wordCount: counts.wordCount,
    sentenceEnds: counts.sentenceEnds,
    commas: counts.commas,
    digits: counts.digits,
    marks: counts.marks,
    capitalised: counts.capitalised,
    cased: counts.cased,
    allCapitals: counts.allCapitals,
    startsLower: counts.startsLower,
    startsDigit: counts.startsDigit,
    startsQuote: counts.startsQuote,
    quotes: counts.quotes,
    bars: counts.bars,
    hasImage,
    imageWords: hasImage
      ? [...line.matchAll(description)].flatMap((found) => scan(plainText(found[1] ?? '', false)).words)
      : [],
    isResidue: hasImage && counts.words.length === 0 && counts.digits === 0,
    startsMark: startMark.test(text),
    endsTerminal: last.kind === is.terminal,
    endsEllipsis: /(?:…|\.\.\.)\W*$/u.test(text.slice(-8)),
    endsColon: last.character === ':' || last.character === '：',
    endsQuote: last.quoted,
    endsLetter: last.kind >= is.lower && last.kind <= is.unspaced,
    endsBar: line.endsWith('|'),
    question: last.character === '?' || last.character === '？',
    isLabelled: last.kind !== is.terminal && labelled.test(text),
    startsCapitals: capitalHead.test(text),
    isLink: line.startsWith('[') || (line.includes('](') && !hasImage),
    hasAddress: address.test(ends),
    hasDate: hasDigits && date.test(ends),
    hasTime: hasDigits && time.test(ends),
    hasCredit: credit.test(ends),
    hasCopyright: copyright.test(ends),
    hasArrow: arrow.test(ends),
    key: folded.replace(/\s+/g, ' ').trim(),
  }
}

/** The beginning and the end of a long line, where dates, credits and arrows stand; a short line as it is. */
const edges = (line: string): string =>
  line.length <= 200 ? line : `${line.slice(0, 100)}\n${line.slice(-100)}`

function plainText(line: string, hasImage: boolean): string {
  const words = hasImage ? line.replace(images, ' ') : line
  const unlinked = words.includes('](') ? words.replace(link, '$1') : words
  return (unlinked.includes('&') ? unlinked.replace(entity, ' ') : unlinked).trim()
}

/** The last character that is neither a closing mark nor a bar, and whether a quote closes after it. */
function lastOf(text: string): { character: string; kind: number; quoted: boolean } {
  let quoted = false
  for (let at = text.length - 1; at >= 0; at--) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === is.closing) quoted ||= !')]}）】'.includes(text.charAt(at))
    else if (kind !== is.space && text[at] !== '|') return { character: text.charAt(at), kind, quoted }
  }
  return { character: '', kind: is.symbol, quoted }
}

type Counts = Pick<
  LineShape,
  | 'words'
  | 'length'
  | 'wordCount'
  | 'sentenceEnds'
  | 'commas'
  | 'digits'
  | 'marks'
  | 'capitalised'
  | 'cased'
  | 'allCapitals'
  | 'startsLower'
  | 'startsDigit'
  | 'startsQuote'
  | 'quotes'
  | 'bars'
>

/** One pass over the characters of a line. */
function scan(text: string): Counts {
  const words: string[] = []
  let length = 0
  let unspaced = 0
  let sentenceEnds = 0
  let commas = 0
  let digits = 0
  let marks = 0
  let capitalised = 0
  let cased = 0
  let lowers = 0
  let uppers = 0
  let quotes = 0
  let bars = 0
  let wordStart = -1
  let first: number = is.space
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? classOf(text.charCodeAt(at)) : is.space
    if (first === is.space) first = kind
    const inWord = (kind >= is.lower && kind <= is.uncased) || kind === is.mark
    if (inWord && wordStart < 0) {
      wordStart = at
      if (kind === is.upper || kind === is.lower) {
        cased++
        if (kind === is.upper) capitalised++
      }
    } else if (!inWord && wordStart >= 0) {
      words.push(text.slice(wordStart, Math.min(at, wordStart + stem)).toLowerCase())
      wordStart = -1
    }
    if (at === text.length) break
    length += width(kind)
    if (kind === is.lower) lowers++
    else if (kind === is.upper) uppers++
    else if (kind === is.digit) digits++
    else if (kind === is.comma) commas++
    else if (kind === is.unspaced) {
      unspaced++
      if (at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === is.unspaced)
        words.push(text.slice(at, at + 2))
    } else if (kind === is.terminal) {
      if (endsSentence(text, at)) sentenceEnds++
    } else if (kind === is.opening || kind === is.closing) {
      if (!"()[]{}（）'".includes(text.charAt(at))) quotes++
    } else if (kind === is.symbol || kind === is.punctuation) {
      marks++
      if (text[at] === '|') bars++
    }
  }
  const spaced = words.length - Math.max(0, unspaced - 1)
  return {
    words,
    length,
    wordCount: Math.max(0, spaced) + unspaced / 2,
    sentenceEnds,
    commas,
    digits,
    marks,
    capitalised,
    cased,
    allCapitals: uppers > 1 && lowers === 0,
    startsLower: first === is.lower,
    startsDigit: first === is.digit,
    startsQuote: first === is.opening || first === is.closing,
    quotes,
    bars,
  }
}

/** True if the terminal mark at `at` is followed by the end, by white space, or by a mark that closes. */
function endsSentence(text: string, at: number): boolean {
  if (at + 1 >= text.length) return true
  const next = classOf(text.charCodeAt(at + 1))
  return next === is.space || next === is.closing || next === is.unspaced
}
