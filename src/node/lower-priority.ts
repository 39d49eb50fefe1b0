import { getPriority, setPriority } from 'node:os'

const inTheBackground = 10

/** Lets everything else go before this thread, where the system can tell threads apart. */
export function lowerPriority(): void {
  // Elsewhere this would be the priority of the whole process. One that was started at a lower one may not rise.
  if (process.platform === 'linux' && getPriority() < inTheBackground) setPriority(0, inTheBackground)
}
