const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Elements that stand on lines of their own. */
export const blocks = names(`
  html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption
  figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p
  plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp`)

/** Elements of which nothing is shown, or only where what they stand for is not: their content is left out. */
export const leftOut = names(`
  annotation annotation-xml applet audio canvas datalist iframe noembed noframes noscript object script style svg
  template title video`)

/** Of those, and of the empty ones, what takes room on a page and so parts what is above from what is below. */
export const parting = names('applet audio canvas embed hr iframe object video')

/** Elements in which line breaks and runs of spaces count. */
export const preformatted = names('listing plaintext pre textarea xmp')

export const cells = names('td th')

/** Elements without content, which no end tag follows. */
export const empty = names(`
  area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr`)

/** In these, tags are no HTML and may close themselves. */
export const foreign = names('math svg')

/** What ends a drawing or a formula that was not ended: it can stand in none. */
export const leavesForeign = names(`
  blockquote body center dd div dl dt embed h1 h2 h3 h4 h5 h6 hr img li listing menu ol p pre table ul`)

const scopes = names('applet caption html marquee noscript object table td template th')
const tableScopes = names('html noscript table template')
const tableParts = names('caption colgroup table tbody td tfoot th thead tr')

/** Within which elements an end tag looks for its start tag (HTML Standard, "has an element in scope"). */
export const scopesOf = (name: string): ReadonlySet<string> => (tableParts.has(name) ? tableScopes : scopes)

/** Which open elements a start tag ends, and at which it stops to look for them. */
export interface ImpliedEnd {
  readonly ended: ReadonlySet<string>
  readonly within: ReadonlySet<string>
}

const buttonScopes = new Set([...scopes, 'button'])
// An item of a list ends at the next one, also over the divisions and paragraphs within.
const itemScopes = new Set(
  [...blocks].filter((name) => !['address', 'div', 'p', 'li', 'dd', 'dt'].includes(name)),
)
const headings = names('h1 h2 h3 h4 h5 h6')

const endsParagraph: ImpliedEnd = { ended: names('p'), within: buttonScopes }

const ends = new Map<string, ImpliedEnd>([
  ['li', { ended: names('li'), within: itemScopes }],
  ['dd', { ended: names('dd dt'), within: itemScopes }],
  ['dt', { ended: names('dd dt'), within: itemScopes }],
  ['option', { ended: names('option'), within: names('select datalist optgroup html') }],
  ['optgroup', { ended: names('option optgroup'), within: names('select html') }],
  ['button', { ended: names('button'), within: scopes }],
  ['a', { ended: names('a'), within: scopes }],
  ['body', { ended: names('head'), within: names('html') }],
  ['td', { ended: cells, within: names('tr table html template') }],
  ['th', { ended: cells, within: names('tr table html template') }],
  ['tr', { ended: names('td th tr caption colgroup'), within: tableScopes }],
  ...['tbody', 'thead', 'tfoot'].map((name): [string, ImpliedEnd] => [
    name,
    { ended: names('td th tr tbody thead tfoot caption colgroup'), within: tableScopes },
  ]),
])

const paragraphEnders = [...blocks].filter(
  (name) =>
    !ends.has(name) && !tableParts.has(name) && !['html', 'option', 'select', 'textarea'].includes(name),
)

for (const name of [...paragraphEnders, 'table']) ends.set(name, endsParagraph)
for (const name of headings) ends.set(name, { ended: new Set(['p', ...headings]), within: buttonScopes })

/** What the start tag of an element ends by itself, or undefined if nothing. */
export const impliedEnd = (name: string): ImpliedEnd | undefined => ends.get(name)
