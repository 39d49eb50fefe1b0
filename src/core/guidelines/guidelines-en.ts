/** The guidelines that a corpus starts with, in English. */
export const guidelinesEn = `# How we label

We say of each line what it is, so that a cleaner learns to keep what the page was written for and to drop the rest.
Label what a segment **is**, not where it stands or how it looks.

## The test

> Could this text stand on any page of the site, or go without changing what the page says? Then it is boilerplate.

When in doubt, ask: would a reader who prints the page miss it? If not, drop it.

## The labels

- **Title**: the headline, each time it stands as a line of its own. Not the name of the site or the section.
- **Lede**: the paragraph that opens the article and sums it up. In the simple set it is *body*.
- **Body**: paragraphs, subheads, lists, tables and quotes of the article, also its last line, a correction or an
  editor's note about this article. In the fine set its first paragraph is *lede* and a subhead is *subhead*.
- **Caption**: says what a picture or video shows. It stays a caption where it also names the event or the people, even
  in a whole sentence: without the picture nobody would have written it.
- **Credit**: who made or owns the picture, such as \`Photo: L. Marsh\`. On the caption's own line it goes with the caption.
  In the simple set it is *caption* on any line.
- **Byline**: who wrote the article, where and when. In the simple set it is *boilerplate*.
- **Teaser**: a headline or a sentence that leads to *another* article. It is related (in the simple set *boilerplate*),
  even in the middle of the body, and even if it reads like a paragraph.
- **Related**: lists of such teasers and their headings: “Related”, “Most read”, “Multimedia”.
- **Comments**: what readers wrote below the article, with names, times and “Reply”. Never body, however good they are.
- **Boilerplate**: menus, breadcrumbs, sharing, sign-in, cookies, adverts, newsletters, footers. In the fine set what sells
  something is *advert*, also an offer of a subscription, and the rest is *navigation*.

## Hard cases

- **Empty image residue**, such as \`![]() |\`, is a caption if it is next to the caption or within the article. In a list
  of teasers it belongs to the teasers.
- **A teaser or a caption on one line with residue**: split the line if both matter, else label what the words are.
- **A quote set large** that repeats a sentence of the body: body.
- **A paywalled page**: label as body what stands there. “Subscribe to read on” is boilerplate. Flag a page that has only
  one or two sentences of the article.
- **An error page, a list of articles, an empty page**: nothing is body. Label it boilerplate and flag it as not an
  article.
- **The same line twice**: both get the same label, unless one of them stands in a list.
- **Two labels fit**: take the one that stands first in the label set, and note what made you doubt.
`
