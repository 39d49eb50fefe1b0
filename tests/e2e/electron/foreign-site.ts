import { once } from 'node:events'
import { createServer } from 'node:http'
import { z } from 'zod'

export interface ForeignSite {
  readonly origin: string
  /** The paths that someone has asked for. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** A web site that is not Winnow's, on this machine; it notes who asks. */
export async function foreignSite(): Promise<ForeignSite> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', 'text/html')
    response.end('<title>elsewhere</title>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
