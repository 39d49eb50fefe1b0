import type { ReactNode } from 'react'
import { WorkListField } from './work-list-field.tsx'

/** A text or number to be typed into the form for a new work list. */
export function WorkListText(props: {
  name: string
  value: string
  isNumber?: boolean
  onChange: (value: string) => void
}): ReactNode {
  return (
    <WorkListField name={props.name}>
      <input
        type="text"
        inputMode={props.isNumber ? 'numeric' : 'text'}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </WorkListField>
  )
}
