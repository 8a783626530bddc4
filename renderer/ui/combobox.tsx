/** A field that proposes what is known and takes what is new. Heavy: import it from lazily loaded pages only. */
import './combobox.css'
import { useContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import {
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  I18nProvider,
  Text,
  FieldError,
} from 'react-aria-components'
import { useLanguage } from '../i18n/i18n.ts'
import { KindIcon, type Kind } from './marks.tsx'

export type Suggestion = { id: string; label: string; detail?: string | null; kind?: Kind }

type ComboboxProps = {
  label: string
  labelHidden?: boolean
  hint?: ReactNode
  error?: string | undefined
  placeholder?: string
  suggestions: readonly Suggestion[]
  /** What stands in the field. */
  value: string
  onChange: (value: string) => void
  /** A suggestion was chosen. */
  onChoose?: (suggestion: Suggestion) => void
  onBlur?: () => void
  isDisabled?: boolean
}

/** Opens the list when suggestions arrive after the letters they are for; one that somebody has closed stays closed. */
function OpenWhenThere({ count }: { count: number }) {
  const state = useContext(ComboBoxStateContext)
  const open = useEffectEvent(() => {
    if (state !== null && state.isFocused && !state.isOpen && state.inputValue !== '') state.open(null, 'input')
  })
  const there = count > 0
  useEffect(() => {
    if (there) open()
  }, [there])
  return null
}

/** Filtering is the caller's: hand in the suggestions that fit `value`. Any text is allowed. */
export function Combobox(props: ComboboxProps) {
  const language = useLanguage()
  // A modal dialog lies over the page and takes no part in it: its lists open inside it.
  const [within, setWithin] = useState<Element | null>(null)
  const byId = new Map(props.suggestions.map((suggestion) => [suggestion.id, suggestion]))
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <ComboBox
        ref={(element: HTMLElement | null) => setWithin(element?.closest('dialog') ?? null)}
        className="field combobox"
        items={props.suggestions}
        inputValue={props.value}
        onInputChange={props.onChange}
        onSelectionChange={(key) => {
          const chosen = byId.get(String(key))
          if (chosen === undefined) return
          props.onChange(chosen.label)
          props.onChoose?.(chosen)
        }}
        allowsCustomValue
        menuTrigger="input"
        isInvalid={props.error !== undefined}
        isDisabled={props.isDisabled ?? false}
        {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      >
        <Label className={props.labelHidden === true ? 'visually-hidden' : 'field-label'}>{props.label}</Label>
        <Input
          className="input"
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder ?? ''}
          onKeyDown={(event) => {
            // Escape closes the list first, and the dialog around it the next time.
            const field = event.currentTarget
            if (field.ariaExpanded !== 'true') return
            if (event.key === 'Escape') event.preventDefault()
            // With none of the list chosen Enter is for what is typed, whether a list happens to be there or not.
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && !field.hasAttribute('aria-activedescendant'))
              field.form?.requestSubmit()
          }}
        />
        {props.hint !== undefined && (
          <Text slot="description" className="field-hint">
            {props.hint}
          </Text>
        )}
        <FieldError className="field-error">{props.error}</FieldError>
        <OpenWhenThere count={props.suggestions.length} />
        <Popover
          className="popover combobox-popover"
          offset={4}
          {...(within === null ? {} : { UNSTABLE_portalContainer: within })}
        >
          <ListBox className="popover-list" items={props.suggestions}>
            {(item: Suggestion) => (
              <ListBoxItem id={item.id} textValue={item.label} className="popover-item">
                {item.kind === undefined ? <span /> : <KindIcon kind={item.kind} />}
                <span className="popover-name">{item.label}</span>
                <span className="popover-detail">{item.detail}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
