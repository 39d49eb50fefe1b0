import type { ReactNode } from 'react'

/** A field of the form for a new work list, beside its name. */
export function WorkListField(props: { name: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is in the children
    <label className="work-list-field">
      <span>{props.name}</span>
      {props.children}
    </label>
  )
}
