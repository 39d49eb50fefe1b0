import { useCallback, useEffect, useState } from 'react'
import type { Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'

/** How labels can be mapped where a corpus goes out. */
export function useExportMappings(corpus: string): {
  /** Null until they are told. */
  readonly known: Value<'exportMappings'> | null
  /** The sentence why they cannot be told. */
  readonly trouble: string | null
  /** Asks anew, after one was saved or removed. */
  readonly reload: () => Promise<void>
} {
  const controller = useController()
  const [known, setKnown] = useState<Value<'exportMappings'> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const reload = useCallback(async (): Promise<void> => {
    const reply = await controller.invoke('exportMappings', { corpus })
    if (reply.ok) setKnown(reply.value)
    setTrouble(reply.ok ? null : reply.message)
  }, [controller, corpus])
  useEffect(() => void reload(), [reload])
  return { known, trouble, reload }
}
