import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url))

/** Starts the built web host on `folder`; resolves to its address and the function that ends it. */
export async function startHost(folder, home, more = []) {
  const child = spawn(process.execPath, [cli, 'serve', folder, '--no-open', ...more], {
    env: { ...process.env, WINNOW_HOME: home, DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    const url = /^Winnow: (\S+)$/.exec(line)?.[1]
    if (url)
      return {
        url,
        pid: child.pid,
        end: async () => {
          const ended = once(child, 'exit')
          child.kill('SIGTERM')
          await ended
        },
      }
  }
  throw new Error('winnow serve ended before it was ready')
}
