import { useMemo } from 'react'
import type { Request, Value } from '../../core/contract.ts'
import { useController } from '../state/controller-context.ts'
import { type Preview, usePreview } from './use-preview.ts'

export type PreviewWanted = Omit<Request<'previewPropagation'>, 'job'>

/** What labelling repeats would do, as far as that is known. */
export type PropagationPreview = Preview<Value<'previewPropagation'>>

/** Counts what `wanted` would do. */
export function usePropagationPreview(wanted: PreviewWanted | null): PropagationPreview {
  const controller = useController()
  // The request is made anew with each drawing, and asks for the same as long as it says the same.
  const question = JSON.stringify(wanted)
  const ask = useMemo(() => {
    const request = JSON.parse(question) as PreviewWanted | null
    return request && ((job: string) => controller.invoke('previewPropagation', { ...request, job }))
  }, [controller, question])
  return usePreview(ask)
}
