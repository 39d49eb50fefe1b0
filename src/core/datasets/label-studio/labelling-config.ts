import type { LabelColour } from '../../label-set.ts'
import type { DatasetLabel } from '../dataset-document.ts'

/** The colours of the interface in its light form, for programs that know none by name. */
const hexadecimal: Readonly<Record<LabelColour, string>> = {
  purple: '#5a3aa6',
  green: '#17693a',
  blue: '#0b5784',
  stone: '#5d574c',
  amber: '#805000',
  red: '#9d2420',
  teal: '#0c6460',
  pink: '#97246c',
}

/**
 * The labelling configuration of a Label Studio project that has these labels: to be pasted where the project is set
 * up, before the tasks are taken in. White space is shown as it is in the text.
 */
export function labellingConfig(labels: readonly DatasetLabel[]): string {
  const rows = labels.map(({ name, colour, key, description }) => {
    const attributes = [
      ['value', name],
      ['background', hexadecimal[colour]],
      ...(key === null ? [] : [['hotkey', key]]),
      ...(description === '' ? [] : [['hint', description]]),
    ]
    return `    <Label ${attributes.map(([attribute, value = '']) => `${attribute}="${escaped(value)}"`).join(' ')}/>`
  })
  return [
    '<View>',
    '  <Labels name="label" toName="text">',
    ...rows,
    '  </Labels>',
    '  <View style="white-space: pre-wrap">',
    '    <Text name="text" value="$text"/>',
    '  </View>',
    '</View>',
    '',
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// Characters that XML 1.0 does not allow are spaces; line breaks are too, as in any attribute.
const escaped = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
