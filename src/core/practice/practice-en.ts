import type { PracticeSegment } from './practice-page.ts'

/** An invented page of an invented site, for practice. */
export const practiceEn: readonly PracticeSegment[] = [
  {
    text: 'Home | News | Sport | Culture | Sign in',
    label: 'boilerplate',
    why: 'A menu: it stands on every page of the site.',
  },
  {
    text: 'Culture › Festivals',
    label: 'boilerplate',
    why: 'The way to this page belongs to the site, not to the article.',
  },
  {
    text: 'Lanterns return to the harbour after three silent summers',
    label: 'title',
    why: 'The headline of this page.',
  },
  {
    text: 'By Anna Holt, 14 June, 08:30',
    label: 'boilerplate',
    why: 'A byline. The simple set has no label for it, and a cleaner drops it.',
  },
  {
    text: 'After three summers without a festival, four thousand paper lanterns drifted past the old quay on Sunday night.',
    label: 'body',
    why: 'The lede opens the article. In the simple set it is body.',
  },
  {
    text: '![]() |',
    label: 'caption',
    why: 'Empty image residue within the article goes with the caption below it.',
  },
  {
    text: 'Hundreds watch from the pier as the first lanterns of the festival are set afloat on Sunday. Photo: L. Marsh',
    label: 'caption',
    why: 'It names the event in a whole sentence, but it says what a picture shows; the credit goes with it.',
  },
  {
    text: '“We had almost given up,” said the harbour master, who kept the boats in his own shed.',
    label: 'body',
    why: 'A quote of the article.',
  },
  {
    text: 'Read more: Harbour dredging begins in August',
    label: 'boilerplate',
    why: 'A teaser leads to another article. It is not body, even in the middle of it.',
  },
  { text: 'Why it stopped', label: 'body', why: 'A subhead of the article. In the simple set it is body.' },
  {
    text: 'The city withdrew its permit in 2023, when the quay wall was found to be cracked.',
    label: 'body',
    why: 'A paragraph of the article.',
  },
  {
    text: 'Subscribe to read on. Four weeks for one euro.',
    label: 'boilerplate',
    why: 'An offer of the site. It could stand on any page.',
  },
  {
    text: 'Correction: an earlier version of this article gave the wrong year.',
    label: 'body',
    why: 'It speaks of this very article and could stand on no other page.',
  },
  { text: 'Share | Print | Save', label: 'boilerplate', why: 'Buttons of the site.' },
  { text: 'Most read', label: 'boilerplate', why: 'The heading of a list of other articles.' },
  {
    text: '![]() | Ferry timetable changes from Monday, with two more boats in the evening and none at noon.',
    label: 'boilerplate',
    why: 'A teaser on one line with its image residue. It reads like a paragraph, but it is about another article.',
  },
  {
    text: 'tomk, 2 hours ago: Finally! We were there with the kids.',
    label: 'boilerplate',
    why: 'A reader’s comment is never body.',
  },
  {
    text: '© Harbour Courier. All rights reserved.',
    label: 'boilerplate',
    why: 'A footer: it stands on every page of the site.',
  },
]
