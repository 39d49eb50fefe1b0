// Names of files and texts may hold characters that would steer the terminal, or turn what it shows around.
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
const steeringInJson = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** `text` with such characters written out. */
export const printable = (text: string): string => text.replace(steering, escaped)

/** `value` as JSON with such characters written out, which programs read as ever. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(steeringInJson, escaped)
