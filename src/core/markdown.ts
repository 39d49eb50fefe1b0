/** A run of text within a block. */
export interface MarkdownSpan {
  readonly text: string
  readonly style: 'plain' | 'strong' | 'emphasis' | 'code'
}

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly spans: MarkdownSpan[] }
  | { readonly kind: 'paragraph'; readonly spans: MarkdownSpan[] }
  | { readonly kind: 'quote'; readonly spans: MarkdownSpan[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: MarkdownSpan[][] }
  | { readonly kind: 'code'; readonly text: string }

/**
 * The blocks of a text in the few elements of Markdown that guidelines need: headings, paragraphs, quotes, flat lists,
 * fenced code, `**strong**`, `*emphasis*` and code spans. All else, such as HTML and links, is text as it stands.
 */
export function parseMarkdown(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  const lines = text.split(/\r\n|\r|\n/)
  /** Whether the next line can go on with the last block. */
  let open = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    const last = open ? blocks.at(-1) : undefined
    const heading = /^(#{1,3})\s+(.+?)(?:\s+#+)?$/.exec(line)
    const item = /^(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line)
    const quote = /^>\s?(.*)$/.exec(line)
    open = true
    if (line === '') open = false
    else if (line.startsWith('```')) {
      const end = lines.findIndex((other, index) => index > at && other.trim().startsWith('```'))
      const until = end === -1 ? lines.length : end
      blocks.push({ kind: 'code', text: lines.slice(at + 1, until).join('\n') })
      at = until
      open = false
    } else if (heading) {
      const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3
      blocks.push({ kind: 'heading', level, spans: markdownSpans(heading[2] ?? '') })
      open = false
    } else if (item) {
      const ordered = item[1] !== undefined
      const spans = markdownSpans(item[2] ?? '')
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(spans)
      else blocks.push({ kind: 'list', ordered, items: [spans] })
    } else if (quote) {
      const spans = markdownSpans(quote[1] ?? '')
      if (last?.kind === 'quote') goOn(last.spans, spans)
      else blocks.push({ kind: 'quote', spans })
    } else if (last?.kind === 'list') goOn(last.items.at(-1), markdownSpans(line))
    else if (last?.kind === 'paragraph' || last?.kind === 'quote') goOn(last.spans, markdownSpans(line))
    else blocks.push({ kind: 'paragraph', spans: markdownSpans(line) })
  }
  return blocks
}

/** Adds the next line's spans to those of a block that goes on. */
function goOn(spans: MarkdownSpan[] | undefined, more: readonly MarkdownSpan[]): void {
  spans?.push({ text: ' ', style: 'plain' }, ...more)
}

/** The runs of one line by their style. Signs that open nothing are text. */
export function markdownSpans(line: string): MarkdownSpan[] {
  const spans: MarkdownSpan[] = []
  const styled = /`([^`]+)`|\*\*(\S(?:[^*]*\S)?)\*\*|\*(\S(?:[^*]*\S)?)\*/g
  let at = 0
  for (const match of line.matchAll(styled)) {
    if (match.index > at) spans.push({ text: line.slice(at, match.index), style: 'plain' })
    if (match[1] !== undefined) spans.push({ text: match[1], style: 'code' })
    else if (match[2] !== undefined) spans.push({ text: match[2], style: 'strong' })
    else spans.push({ text: match[3] ?? '', style: 'emphasis' })
    at = match.index + match[0].length
  }
  if (at < line.length) spans.push({ text: line.slice(at), style: 'plain' })
  return spans
}
