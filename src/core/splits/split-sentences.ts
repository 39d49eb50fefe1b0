import { say } from '../sentences/say.ts'
import type { SplitReport, SplitWarning, UnsplitDocument } from './split-report.ts'

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** Why a document is in no split, as a sentence. */
export const unsplitReason = ({ reason, other, split }: UnsplitDocument): string =>
  reason === 'site'
    ? say`An earlier export put it into another split than its site, whose documents, such as ${other}, are in ${split}. In either it would leak.`
    : say`It is a near duplicate of ${other}, which is in ${split}, while its own group is in another split. In either it would leak.`

/** What a split kept together, as sentences in English. */
export function splitSummary({
  groups,
  largestGroup,
  sitesKept,
  nearDuplicateLinks,
  leftOut,
}: SplitReport): string[] {
  return [
    `${count(groups, 'group')} of documents went into a split each as one; the largest has ${count(largestGroup.documents, 'document')} of ${count(largestGroup.sites, 'site')}.`,
    ...(sitesKept > 0
      ? [`${count(sitesKept, 'site')} with several documents ${sitesKept === 1 ? 'was' : 'were'} kept whole.`]
      : []),
    ...(nearDuplicateLinks > 0
      ? [`Near duplicates joined groups ${count(nearDuplicateLinks, 'time')}.`]
      : []),
    ...(leftOut.length > 0
      ? [
          `${count(leftOut.length, 'document')} ${leftOut.length === 1 ? 'is' : 'are'} left out, since in any split ${leftOut.length === 1 ? 'it' : 'they'} would leak into another.`,
        ]
      : []),
  ]
}

/** A warning as a sentence in English. */
export function warningSentence(warning: SplitWarning): string {
  switch (warning.code) {
    case 'empty':
      return `The split ${warning.split} is empty: there are fewer groups of documents than splits. There are more where sites are not kept together.`
    case 'share-missed':
      return `The split ${warning.split} has ${count(warning.documents, 'document')} where ${warning.wanted.toLocaleString('en')} were asked for: groups are not divided.`
    case 'large-group':
      return `One group has ${count(warning.documents, 'document')} of ${count(warning.sites, 'site')}, more than most splits should have; it was not divided.`
    case 'label-missing':
      return `No segment of the split ${warning.split} has the label “${warning.label}”.`
    case 'sites-unknown':
      return `No site is known of ${count(warning.documents, 'document')}; each counted as a site of its own.`
    case 'lines-repeat':
      return `Of ${count(warning.kept, 'different kept line')} in the split ${warning.split}, ${warning.keptRepeated.toLocaleString('en')} stand in another split too.`
  }
}
