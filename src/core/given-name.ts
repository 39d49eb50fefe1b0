import { z } from 'zod'
import { say } from './sentences/say.ts'

/**
 * A name that the user gives and that also names a file or folder on every system: no separators, control or
 * reserved characters, no half of a surrogate pair (a disk would store another name), no device name of Windows, no
 * dot or space at an end.
 */
export const givenNameSchema = z
  .string()
  .min(1, { error: () => say`The name is empty.` })
  .max(64, { error: () => say`The name is longer than 64 characters.` })
  .regex(/^[^/\\:*?"<>|\p{Cc}\p{Cs}]+$/u, {
    error: () => say`The name has a character that a folder cannot have: / \\ : * ? " < > |`,
  })
  .refine((name) => name === name.trim() && !name.startsWith('.') && !name.endsWith('.'), {
    error: () => say`The name starts or ends with a dot or a space.`,
  })
  .refine((name) => !/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\..*)?$/i.test(name), {
    error: () => say`The name is reserved by Windows.`,
  })
