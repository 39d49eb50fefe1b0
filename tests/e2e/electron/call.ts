import type { Page } from '@playwright/test'
import { z } from 'zod'
import { errorCodes } from '../../../src/core/winnow-error.ts'

const wireSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(errorCodes), message: z.string() }),
])

/** What `window.winnow.invoke` of `page` answers. */
export async function call(page: Page, name: string, request: unknown): Promise<z.infer<typeof wireSchema>> {
  return wireSchema.parse(
    await page.evaluate(([name, request]) => window.winnow?.invoke(String(name), request), [name, request]),
  )
}
