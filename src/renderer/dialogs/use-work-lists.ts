import { useEffect, useState } from 'react'
import type { Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'

/** The work lists of a corpus, anew whenever one is made or removed, in whatever window. */
export function useWorkLists(corpus: string): {
  /** Null until they are told. */
  readonly known: Value<'listWorkLists'> | null
  /** The sentence why they cannot be told. */
  readonly trouble: string | null
} {
  const controller = useController()
  const [known, setKnown] = useState<Value<'listWorkLists'> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const reply = await controller.invoke('listWorkLists', { corpus })
      if (gone) return
      if (reply.ok) setKnown(reply.value)
      setTrouble(reply.ok ? null : reply.message)
    }
    void load()
    const end = controller.subscribe((event) => {
      if (event.name === 'work-lists-changed' && event.payload.corpus === corpus) void load()
    })
    return () => {
      gone = true
      end()
    }
  }, [controller, corpus])
  return { known, trouble }
}
