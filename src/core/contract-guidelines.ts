import { z } from 'zod'

const corpus = z.string().min(1).max(64)
/** Which content of the file: its SHA-256; null where there is no file yet. */
const version = z.string().max(64).nullable()

/** The longest guidelines, in UTF-16 units. */
export const longestGuidelines = 200_000

/** The calls for `winnow/guidelines.md`. */
export const guidelinesCalls = {
  /** The guidelines of the corpus; `text` is null where nobody has written any. */
  readGuidelines: {
    request: z.object({ corpus }),
    reply: z.object({ text: z.string().nullable(), version, path: z.string() }),
  },
  /** Answers once the text is durable. `changed-meanwhile` if the file is not the one of `version` any more. */
  saveGuidelines: {
    request: z.object({ corpus, text: z.string().max(longestGuidelines), version }),
    reply: z.object({ version: z.string() }),
  },
} as const
