import type { ReactNode } from 'react'
import { WorkListField } from './work-list-field.tsx'

/** One of a few in a list that opens. */
export function ExportSelect<T extends string>(props: {
  name: string
  values: readonly T[]
  chosen: T
  title: (value: T) => string
  onChange: (value: T) => void
}): ReactNode {
  const choose = (wanted: string): void => {
    const value = props.values.find((one) => one === wanted)
    if (value !== undefined) props.onChange(value)
  }
  return (
    <WorkListField name={props.name}>
      <select value={props.chosen} onChange={({ target }) => choose(target.value)}>
        {props.values.map((value) => (
          <option key={value} value={value}>
            {props.title(value)}
          </option>
        ))}
      </select>
    </WorkListField>
  )
}
