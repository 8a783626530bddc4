/** Facts of a head that are corrected where they stand. */
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText, type InlineTextProps } from '../inline/inline-text.tsx'
import type { Option } from '../../../ui/field.tsx'
import { ClockText } from '../people/clock-text.tsx'
import { Fact } from './fact.tsx'

export function TextFact({ wide = false, ...text }: InlineTextProps & { wide?: boolean }) {
  return (
    <Fact wide={wide} label={text.label}>
      <InlineText {...text} />
    </Fact>
  )
}

type ChoiceFactProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  wide?: boolean
} & (
  | { value: V | null; required?: false; onSave: (value: V | null) => Promise<boolean> }
  // What is always known is never taken back.
  | { value: V; required: true; onSave: (value: V) => Promise<boolean> }
)

export function ChoiceFact<V extends string>(props: ChoiceFactProps<V>) {
  const { label, value, options, required = false, wide = false } = props
  const save = (chosen: V | null) => {
    if (!props.required) return props.onSave(chosen)
    return chosen === null ? Promise.resolve(false) : props.onSave(chosen)
  }
  return (
    <Fact wide={wide} label={label}>
      <InlineChoice required={required} label={label} value={value} options={options} onSave={save} />
    </Fact>
  )
}

type Edge = {
  label: string
  value: string | null
  date?: string | null
  onSave: (value: string | null) => Promise<boolean>
}

/** From when to when. The end is asked for once either is known. */
export function TimesFact({ label, start, end }: { label: string; start: Edge; end: Edge }) {
  return (
    <Fact label={label}>
      <ClockText {...start} {...(end.value === null ? {} : { empty: '?' })} />
      {(start.value !== null || end.value !== null) && (
        <>
          <span className="head-dash">–</span>
          <ClockText {...end} empty="?" />
        </>
      )}
    </Fact>
  )
}
