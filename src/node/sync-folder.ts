import { open } from 'node:fs/promises'
import { diskCode } from './disk-error.ts'

/** Systems and file systems that cannot flush a folder say one of these; there a rename is as durable as it gets. */
const cannot = ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF', 'ENOSYS']

/** Makes the names in folder `path` durable, where the platform can. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!cannot.includes(diskCode(error) ?? '')) throw error
  }
}
