/** What a converter to Markdown leaves of an image, as the source of a regular expression: `![…](…)`. */
export const imageResidue = String.raw`!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)`
