import type { KeyTarget } from './commands.ts'
import { type KeyPress, keyNames } from './key-binding.ts'

/** What a key press asks for by `map`: by what it types, else by where it lies on the keyboard; undefined if nothing. */
export function keyTarget(press: KeyPress, map: ReadonlyMap<string, KeyTarget>): KeyTarget | undefined {
  for (const name of keyNames(press)) {
    const target = map.get(name)
    if (target) return target
  }
  return undefined
}
