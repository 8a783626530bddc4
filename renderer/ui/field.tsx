/** Fields with a name, a hint and an error that belong to them for everybody. */
import './field.css'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type FieldProps = {
  label: string
  /** Keeps the label for screen readers only, where the place itself says what is meant. */
  labelHidden?: boolean
  hint?: ReactNode
  error?: string | undefined
}

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label, hint and error around any control; the control gets the ids that tie them to it. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = [props.hint === undefined ? null : `${id}-hint`, props.error === undefined ? null : `${id}-error`]
  const describedBy = described.filter((part) => part !== null).join(' ')
  return (
    <div className="field" data-invalid={props.error === undefined ? undefined : true}>
      <label htmlFor={id} className={props.labelHidden === true ? 'visually-hidden' : 'field-label'}>
        {props.label}
      </label>
      {props.children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': props.error === undefined ? undefined : true,
      })}
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {props.hint}
        </p>
      )}
      {props.error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      )}
    </div>
  )
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<ComponentPropsWithRef<Tag>, 'id' | 'className'>

export type TextInputProps = FieldProps & Native<'input'> & { icon?: IconName }

export function TextInput({ label, labelHidden, hint, error, icon, ...rest }: TextInputProps) {
  const field = {
    label,
    hint,
    ...(labelHidden === undefined ? {} : { labelHidden }),
    ...(error === undefined ? {} : { error }),
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="input-frame">
          {icon !== undefined && <Icon name={icon} />}
          <input type="text" autoComplete="off" spellCheck={false} {...rest} {...wiring} className="input" />
        </span>
      )}
    </Field>
  )
}

export function TextArea({ label, labelHidden, hint, error, ...rest }: FieldProps & Native<'textarea'>) {
  const field = {
    label,
    hint,
    ...(labelHidden === undefined ? {} : { labelHidden }),
    ...(error === undefined ? {} : { error }),
  }
  return (
    <Field {...field}>
      {(wiring) => <textarea spellCheck={false} {...rest} {...wiring} className="input textarea" />}
    </Field>
  )
}

export type Option<V extends string = string> = { value: V; label: string }

type SelectProps<V extends string> = FieldProps &
  Omit<Native<'select'>, 'value' | 'onChange' | 'children'> & {
    options: readonly Option<V>[]
    value: V
    onChange: (value: V) => void
  }

/** The system's own list, in our dress where the browser lets it be dressed. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, labelHidden, hint, error, options, value, onChange, ...rest } = props
  const field = {
    label,
    hint,
    ...(labelHidden === undefined ? {} : { labelHidden }),
    ...(error === undefined ? {} : { error }),
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className="input select"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type SegmentedProps<V extends string> = {
  label: string
  labelHidden?: boolean
  options: readonly (Option<V> & { icon?: IconName })[]
  value: V
  onChange: (value: V) => void
}

/** A few exclusive choices side by side: radio buttons, arrow keys and all. */
export function Segmented<V extends string>({ label, labelHidden, options, value, onChange }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className={labelHidden === true ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <div className="segmented">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="visually-hidden"
            />
            {option.icon !== undefined && <Icon name={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A box to tick, with its words. */
export function Checkbox(props: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}
