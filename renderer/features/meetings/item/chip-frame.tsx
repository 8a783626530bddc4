/** A field under a block: its name, and a value that is filled in where it stands. */
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { Option } from '../../../ui/field.tsx'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText, type InlineTextProps } from '../inline/inline-text.tsx'

type Look = 'unknown' | 'plain'

export function ChipFrame({ label, look, children }: { label: string; look: Look; children: ReactNode }) {
  return (
    <span className="chip chip-edit" data-look={look}>
      <span className="chip-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </span>
  )
}

export function TextChip(props: Omit<InlineTextProps, 'look'>) {
  return (
    <ChipFrame label={props.label} look={props.value === null ? 'unknown' : 'plain'}>
      <InlineText look="chip" {...props} />
    </ChipFrame>
  )
}

type ChoiceChipProps<V extends string> = {
  label: string
  value: V | null
  options: readonly Option<V>[]
  onSave: (value: V | null) => Promise<boolean>
  required?: boolean
}

export function ChoiceChip<V extends string>(props: ChoiceChipProps<V>) {
  const t = useT()
  return (
    <ChipFrame label={props.label} look={props.value === null ? 'unknown' : 'plain'}>
      <InlineChoice empty={t('blocks:field.unknown')} {...props} />
    </ChipFrame>
  )
}
