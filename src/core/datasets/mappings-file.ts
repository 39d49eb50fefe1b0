import { z } from 'zod'
import { labelMappingSchema } from './label-mapping.ts'

export const mappingsFileVersion = 1

/** What `winnow/mappings.json` holds: how labels are mapped where datasets go out, for all annotators of a corpus. */
export const mappingsFileSchema = z.object({
  format: z.literal('winnow-mappings'),
  version: z.literal(mappingsFileVersion),
  mappings: z.array(labelMappingSchema).max(100),
})

export type MappingsFile = z.infer<typeof mappingsFileSchema>
