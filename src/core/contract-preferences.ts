import { z } from 'zod'
import { preferenceChangeSchema } from './preferences.ts'

/** The calls about what a user has chosen for themselves; `home` tells all of it. */
export const preferencesCalls = {
  /** Keeps the given preferences and leaves the others as they are. Answers once they are on the disk. */
  savePreferences: { request: z.object({ change: preferenceChangeSchema }), reply: z.object({}) },
}
