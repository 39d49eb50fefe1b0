import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Winnow } from '../node/winnow.ts'
import { root } from './installation.ts'

const isFunction = (value: unknown): boolean => typeof value === 'function'

interface ServeOptions {
  winnow: Winnow
  interfaceFolder: string
  port: number | undefined
  log: (error: unknown) => void
}

const webModuleSchema = z.object({ serve: z.custom<(options: ServeOptions) => Promise<unknown>>(isFunction) })

const webHostSchema = z.object({
  url: z.string(),
  urlForOnce: z.custom<() => string>(isFunction),
  close: z.custom<() => Promise<void>>(isFunction),
})

export type WebHost = z.infer<typeof webHostSchema>

/**
 * Starts the web host. Hosts never import each other, so that each can be left out, moved or replaced alone; the
 * command line starts the built web host as it starts Electron or a browser, and checks what it gets.
 */
export async function startWebHost(options: ServeOptions): Promise<WebHost> {
  const built = pathToFileURL(join(root, 'out', 'main', 'web.js')).href
  const web = webModuleSchema.parse(await import(built))
  return webHostSchema.parse(await web.serve(options))
}
