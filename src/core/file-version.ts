import { z } from 'zod'

const versionedSchema = z.object({ version: z.int() })

/** The version that a parsed file claims to have, or null where it claims none. */
export function claimedVersion(content: unknown): number | null {
  const parsed = versionedSchema.safeParse(content)
  return parsed.success ? parsed.data.version : null
}
