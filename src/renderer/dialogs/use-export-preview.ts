import { useEffect, useState } from 'react'
import type { Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import type { DatasetRequest } from '../state/export-choice.ts'
import { useRested } from '../workspace/use-rested.ts'

/** How long nothing is chosen or typed before it is shown, in milliseconds. */
const rest = 200

/** What the first documents of a dataset become. */
export interface ExportPreviewState {
  /** The last that is known, which stays until the next one; null before the first. */
  readonly value: Value<'previewExport'> | null
  /** Whether `value` is what `request` asks for. */
  readonly isCurrent: boolean
  /** The sentence why it cannot be told. */
  readonly trouble: string | null
}

/** Asks what the first documents become, anew whenever something else is asked for. Null: nothing can be asked. */
export function useExportPreview(request: DatasetRequest | null): ExportPreviewState {
  const controller = useController()
  // The request is made anew with each drawing, and asks for the same as long as it says the same.
  const wanted = JSON.stringify(request)
  const question = useRested(wanted, rest)
  const [state, setState] = useState<{ question: string } & Omit<ExportPreviewState, 'isCurrent'>>({
    question: '',
    value: null,
    trouble: null,
  })
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const asked = JSON.parse(question) as DatasetRequest | null
      if (!asked) return
      const reply = await controller.invoke('previewExport', asked)
      if (gone) return
      setState(
        reply.ok
          ? { question, value: reply.value, trouble: null }
          : { question, value: null, trouble: reply.message },
      )
    }
    void ask()
    return () => {
      gone = true
    }
  }, [controller, question])
  return { value: state.value, trouble: state.trouble, isCurrent: state.question === wanted }
}
