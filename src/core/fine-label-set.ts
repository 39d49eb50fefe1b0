import type { LabelSet } from './label-set.ts'

/** The preset that also tells apart what the body is made of, and of what kind boilerplate is. */
export const fineLabelSet: LabelSet = {
  name: 'fine',
  labels: [
    {
      name: 'title',
      colour: 'purple',
      key: 't',
      keep: true,
      description: 'The headline of the page, wherever the page repeats it as a line of its own.',
      examples: ['Lanterns return to the harbour after three years'],
    },
    {
      name: 'lede',
      colour: 'teal',
      key: 'l',
      keep: true,
      description:
        'The paragraph that opens the article and sums it up, often set apart or in bold. A teaser of another article is related.',
      examples: ['After three silent summers, the lantern festival filled the quay again on Sunday night.'],
    },
    {
      name: 'body',
      colour: 'green',
      key: 'b',
      keep: true,
      description: 'The paragraphs, lists, tables and quotes that the page was written for.',
      examples: ['“We had almost given up,” said the harbour master on Tuesday.'],
    },
    {
      name: 'subhead',
      colour: 'amber',
      key: 'h',
      keep: true,
      description: 'A heading within the article. A heading over a list of other articles is related.',
      examples: ['Why the festival stopped'],
    },
    {
      name: 'caption',
      colour: 'blue',
      key: 'c',
      keep: false,
      description:
        'Says what a picture or video shows, even where it also names the event, and the image residue that goes with it.',
      examples: ['Boats at the pier on Sunday.', '![]() |'],
    },
    {
      name: 'credit',
      colour: 'pink',
      key: 'o',
      keep: false,
      description: 'Who made the picture or owns it, where that is a segment of its own.',
      examples: ['Photo: L. Marsh', '© Harbour Courier'],
    },
    {
      name: 'byline',
      colour: 'amber',
      key: 'y',
      keep: false,
      description: 'Who wrote the article, from where and when: names, places, dates, sources.',
      examples: ['By Anna Holt, 14 June 2026, 08:30', 'Updated 2 hours ago'],
    },
    {
      name: 'related',
      colour: 'red',
      key: ';',
      keep: false,
      description:
        'Links and teasers that lead to other articles: related, most read, recommended, multimedia, with their headings.',
      examples: ['Read more: Harbour dredging begins', 'Most read'],
    },
    {
      name: 'navigation',
      colour: 'stone',
      key: 'x',
      keep: false,
      description:
        'What runs the site and stands on any page of it: menus, breadcrumbs, sharing, sign-in, cookies, footers.',
      examples: ['Home | News | Sport', 'Share', '© 2026 Harbour Courier. All rights reserved.'],
    },
    {
      name: 'advert',
      colour: 'pink',
      key: 'v',
      keep: false,
      description: 'Text that sells something: advertisements, sponsored posts, offers of a subscription.',
      examples: ['Advertisement', 'Try four weeks for €1'],
    },
    {
      name: 'comments',
      colour: 'teal',
      key: 'w',
      keep: false,
      description: 'What readers wrote below the article, and what belongs to it: names, times, “Reply”.',
      examples: ['3 comments', 'Finally! We were there with the kids.'],
    },
    {
      name: 'uncertain',
      colour: 'stone',
      key: 'q',
      keep: false,
      description: 'None of the others can be said with confidence. To be talked over, not to be used often.',
      examples: [],
    },
  ],
}
