import type { PracticeText } from './practice-text.ts'

/** An invented page of an invented site, for practice. */
export const practiceEn: readonly PracticeText[] = [
  {
    text: 'Home | News | Sport | Culture | Sign in',
    simple: { label: 'boilerplate', why: 'A menu: it stands on every page of the site.' },
    fine: { label: 'navigation', why: 'A menu: it stands on every page of the site.' },
  },
  {
    text: 'Culture › Festivals',
    simple: { label: 'boilerplate', why: 'The way to this page belongs to the site, not to the article.' },
    fine: { label: 'navigation', why: 'The way to this page belongs to the site, not to the article.' },
  },
  {
    text: 'Lanterns return to the harbour after three silent summers',
    simple: { label: 'title', why: 'The headline of this page.' },
    fine: { label: 'title', why: 'The headline of this page.' },
  },
  {
    text: 'By Anna Holt, 14 June, 08:30',
    simple: {
      label: 'boilerplate',
      why: 'A byline. The simple set has no label for it, and a cleaner drops it.',
    },
    fine: { label: 'byline', why: 'It says who wrote the article, and when.' },
  },
  {
    text: 'After three summers without a festival, four thousand paper lanterns drifted past the old quay on Sunday night.',
    simple: { label: 'body', why: 'The lede opens the article. In the simple set it is body.' },
    fine: { label: 'lede', why: 'The paragraph that opens the article and sums it up.' },
  },
  {
    text: '![]() |',
    simple: {
      label: 'caption',
      why: 'Empty image residue within the article goes with the caption below it.',
    },
    fine: { label: 'caption', why: 'Empty image residue within the article goes with the caption below it.' },
  },
  {
    text: 'Hundreds watch from the pier as the first lanterns of the festival are set afloat on Sunday. Photo: L. Marsh',
    simple: {
      label: 'caption',
      why: 'It names the event in a whole sentence, but it says what a picture shows; the credit goes with it.',
    },
    fine: {
      label: 'caption',
      why: 'It names the event in a whole sentence, but it says what a picture shows. A credit on the caption’s own line goes with the caption.',
    },
  },
  {
    text: '“We had almost given up,” said the harbour master, who kept the boats in his own shed.',
    simple: { label: 'body', why: 'A quote of the article.' },
    fine: { label: 'body', why: 'A quote of the article. The lede is the opening paragraph alone.' },
  },
  {
    text: 'Read more: Harbour dredging begins in August',
    simple: {
      label: 'boilerplate',
      why: 'A teaser leads to another article. It is not body, even in the middle of it.',
    },
    fine: {
      label: 'related',
      why: 'A teaser leads to another article. It is not body, even in the middle of it.',
    },
  },
  {
    text: 'Why it stopped',
    simple: { label: 'body', why: 'A subhead of the article. In the simple set it is body.' },
    fine: { label: 'subhead', why: 'A heading within the article, over the paragraphs that follow.' },
  },
  {
    text: 'The city withdrew its permit in 2023, when the quay wall was found to be cracked.',
    simple: { label: 'body', why: 'A paragraph of the article.' },
    fine: { label: 'body', why: 'A paragraph of the article.' },
  },
  {
    text: 'The cracked quay wall in the summer of 2023.',
    simple: {
      label: 'caption',
      why: 'It says what a picture shows, even where the dump has lost the picture.',
    },
    fine: {
      label: 'caption',
      why: 'It says what a picture shows, even where the dump has lost the picture.',
    },
  },
  {
    text: 'Photo: City archive',
    simple: {
      label: 'caption',
      why: 'A credit belongs to the picture. The simple set has no label for it alone.',
    },
    fine: { label: 'credit', why: 'It says who owns the picture, on a line of its own.' },
  },
  {
    text: 'Subscribe to read on. Four weeks for one euro.',
    simple: { label: 'boilerplate', why: 'An offer of the site. It could stand on any page.' },
    fine: { label: 'advert', why: 'It sells a subscription. Where it stands does not make it body.' },
  },
  {
    text: 'Correction: an earlier version of this article gave the wrong year.',
    simple: { label: 'body', why: 'It speaks of this very article and could stand on no other page.' },
    fine: { label: 'body', why: 'It speaks of this very article and could stand on no other page.' },
  },
  {
    text: 'Advertisement',
    simple: { label: 'boilerplate', why: 'It names an advert. It could stand on any page.' },
    fine: {
      label: 'advert',
      why: 'The word over an advert goes with it, even where the advert itself is gone.',
    },
  },
  {
    text: 'Share | Print | Save',
    simple: { label: 'boilerplate', why: 'Buttons of the site.' },
    fine: { label: 'navigation', why: 'Buttons of the site: they stand below every article.' },
  },
  {
    text: 'Most read',
    simple: { label: 'boilerplate', why: 'The heading of a list of other articles.' },
    fine: {
      label: 'related',
      why: 'The heading of a list of other articles goes with the list. It is no subhead.',
    },
  },
  {
    text: '![]() | Ferry timetable changes from Monday, with two more boats in the evening and none at noon.',
    simple: {
      label: 'boilerplate',
      why: 'A teaser on one line with its image residue. It reads like a paragraph, but it is about another article.',
    },
    fine: {
      label: 'related',
      why: 'A teaser on one line with its image residue. It reads like a lede, but it opens another article.',
    },
  },
  {
    text: '2 comments',
    simple: { label: 'boilerplate', why: 'The heading of what readers wrote, which is not the article.' },
    fine: { label: 'comments', why: 'The heading of the comments goes with them.' },
  },
  {
    text: 'tomk, 2 hours ago: Finally! We were there with the kids.',
    simple: { label: 'boilerplate', why: 'A reader’s comment is never body.' },
    fine: {
      label: 'comments',
      why: 'What a reader wrote below the article is never body; name and time go with it.',
    },
  },
  {
    text: 'Reply | Report',
    simple: { label: 'boilerplate', why: 'Buttons below a comment.' },
    fine: {
      label: 'comments',
      why: 'Buttons too, but they belong to the comment above them, not to the site.',
    },
  },
  {
    text: '© Harbour Courier. All rights reserved.',
    simple: { label: 'boilerplate', why: 'A footer: it stands on every page of the site.' },
    fine: {
      label: 'navigation',
      why: 'A footer: it stands on every page of the site. It speaks of the site, so it is no credit of a picture.',
    },
  },
]
