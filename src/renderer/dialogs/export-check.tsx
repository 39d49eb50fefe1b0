import type { ReactNode } from 'react'

/** A yes or no of the export dialog. */
export function ExportCheck(props: {
  name: string
  checked: boolean
  onChange: (checked: boolean) => void
}): ReactNode {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      <span>{props.name}</span>
    </label>
  )
}
