/** What of a key press matters for matching; a DOM KeyboardEvent fits. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  /** 229 where an input method has taken the key; some tell it in no other way. */
  readonly keyCode?: number
}

/** What a key press is called that belongs to an input method, or begins a sign that is not complete. */
const notKeys = new Set(['Process', 'Dead', 'Unidentified'])

/**
 * The names of a key press, best first, in the words of the command table: `j`, `Shift+ArrowDown`, `Mod+z`, `?`.
 * The first is by what the key types, the second by where it lies on the keyboard, so that keys also work on a
 * layout of another script or with digits under Shift. `Mod` is Ctrl, or Cmd on a Mac. Empty while an input method
 * composes.
 */
export function keyNames(press: KeyPress): string[] {
  if (press.isComposing || press.keyCode === 229 || notKeys.has(press.key)) return []
  const names: string[] = []
  const modifiers = `${press.ctrlKey || press.metaKey ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}`
  const add = (key: string, shift: boolean): void => {
    const name = `${modifiers}${shift ? 'Shift+' : ''}${key}`
    if (!names.includes(name)) names.push(name)
  }
  if (press.key.length === 1 && !/[a-z]/i.test(press.key)) add(press.key, false)
  else add(press.key.length === 1 ? press.key.toLowerCase() : press.key, press.shiftKey)
  const physical = /^(?:Key([A-Z])|Digit([0-9])|Numpad([0-9]))$/.exec(press.code)
  // Only for keys that type a sign of another script: without Num Lock, the number block moves and types nothing.
  const otherSign = [...press.key].length === 1 && !/^[a-z0-9]$/i.test(press.key)
  if (physical && otherSign)
    add((physical[1] ?? physical[2] ?? physical[3] ?? '').toLowerCase(), press.shiftKey)
  return names
}

/** `name` as people read it, e.g. `Shift+J` or, on a Mac, `⇧J`. */
export function displayKey(name: string, mac: boolean): string {
  // The key itself may be a plus sign.
  const parts = name.split(/\+(?=.)/)
  const key = parts.at(-1) ?? name
  const shown = displayNames[key] ?? (key.length === 1 && parts.length > 1 ? key.toUpperCase() : key)
  const modifiers = parts
    .slice(0, -1)
    .map((part) => (mac ? (macModifiers[part] ?? part) : part === 'Mod' ? 'Ctrl' : part))
  return mac ? modifiers.join('') + shown : [...modifiers, shown].join('+')
}

const displayNames: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  Enter: '↵',
  ' ': 'Space',
}

const macModifiers: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
