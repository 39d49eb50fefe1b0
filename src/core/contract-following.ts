import { z } from 'zod'

const document = z.string().min(1).max(8192)

/** The most documents that one event names. */
export const mostFollowed = 5000

/** A document whose dump was renamed or moved: its id before, and now. */
const followedSchema = z.object({ from: document, to: document })

export type Followed = z.infer<typeof followedSchema>

export const followingEvents = {
  /** Labels were found to belong to dumps that were renamed or moved, and are with those now. */
  'labels-followed': z.object({
    corpus: z.string().min(1).max(64),
    /** How many documents they are of. */
    count: z.int().positive(),
    /** {@link mostFollowed} at most. */
    followed: z.array(followedSchema),
    /** The work lists that named some of the documents by their ids before, and do so by those now. */
    workLists: z.array(z.string()),
  }),
}
