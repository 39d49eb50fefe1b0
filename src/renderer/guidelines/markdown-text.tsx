import type { ReactNode } from 'react'
import { type MarkdownBlock, type MarkdownSpan, parseMarkdown } from '../../core/markdown.ts'

/** Markdown as elements; whatever the text holds, it never becomes HTML. Headings begin below the panel's own. */
export function MarkdownText({ text }: { text: string }): ReactNode {
  return parseMarkdown(text).map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and the text is drawn anew as a whole
    <Block key={index} block={block} />
  ))
}

const headings = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

function Block({ block }: { block: MarkdownBlock }): ReactNode {
  if (block.kind === 'code') return <pre>{block.text}</pre>
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no names, and the list is drawn anew as a whole
          <li key={index}>
            <Spans spans={item} />
          </li>
        ))}
      </List>
    )
  }
  const Element =
    block.kind === 'heading' ? headings[block.level] : block.kind === 'quote' ? 'blockquote' : 'p'
  return (
    <Element>
      <Spans spans={block.spans} />
    </Element>
  )
}

const elements = { strong: 'strong', emphasis: 'em', code: 'code' } as const

function Spans({ spans }: { spans: readonly MarkdownSpan[] }): ReactNode {
  return spans.map(({ text, style }, index) => {
    if (style === 'plain') return text
    const Element = elements[style]
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no names, and the line is drawn anew as a whole
    return <Element key={index}>{text}</Element>
  })
}
