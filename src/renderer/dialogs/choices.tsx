import { type ReactNode, useId } from 'react'
import type { CommandId } from '../../core/commands.ts'
import { CommandKey } from '../workspace/command-key.tsx'

/** One of a few, by mouse, arrow keys, or the key of a command that goes through them. */
export function Choices<T extends string>(props: {
  className: string
  legend: string
  command?: CommandId
  values: readonly T[]
  chosen: T
  name: (value: T) => string
  choose: (value: T) => void
}): ReactNode {
  const group = useId()
  return (
    <fieldset className={props.className}>
      <legend>
        {props.legend} {props.command && <CommandKey id={props.command} />}
      </legend>
      {props.values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            checked={value === props.chosen}
            onChange={() => props.choose(value)}
          />
          {props.name(value)}
        </label>
      ))}
    </fieldset>
  )
}
