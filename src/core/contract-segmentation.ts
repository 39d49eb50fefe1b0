import { z } from 'zod'
import { segmentationRules } from './segmentation/rules.ts'

/** The calls about how a corpus is cut into segments. */
export const segmentationCalls = {
  /**
   * Sets the rule by which documents are cut that nobody has labelled yet; those with labels stay as they are.
   * Windows that show one without labels are told by `annotation-changed`.
   */
  setSegmentation: {
    request: z.object({ corpus: z.string().min(1).max(64), rule: z.enum(segmentationRules) }),
    reply: z.object({}),
  },
}
