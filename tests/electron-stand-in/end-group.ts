import { setTimeout } from 'node:timers/promises'
import { isRunning } from './is-running.cjs'

/** Ends all processes of the group that `leader` leads and waits until the leader is gone. Never fails. */
export async function endGroup(leader: number): Promise<void> {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // The usual case: the group has ended by itself.
  }
  while (isRunning(leader)) await setTimeout(5)
}
