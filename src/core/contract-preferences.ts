import { z } from 'zod'
import { preferenceChangeSchema } from './preferences.ts'

/** The calls about what a user has chosen for themselves; `home` tells all of it. */
export const preferencesCalls = {
  /** Keeps the given preferences and leaves the others as they are. Answers once they are on the disk. */
  savePreferences: { request: z.object({ change: preferenceChangeSchema }), reply: z.object({}) },
}

export const preferencesEvents = {
  /** A window changed these: the others, and the host's own menus, follow. */
  'preferences-changed': z.object({ change: preferenceChangeSchema }),
}
