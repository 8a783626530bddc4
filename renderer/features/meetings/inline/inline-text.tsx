/** A value that turns into a field where it stands: Enter or leaving saves, Escape puts back. */
import './inline.css'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Unknown } from '../../../ui/marks.tsx'
import { useLocked } from './locked.ts'
import { SuggestList, useSuggest } from './suggest.tsx'
import { useTyped } from './typed.ts'

/** What a typed text means: a value to save, or a sentence about what is wrong with it. */
export type Parsed = { value: string | null } | { wrong: string }

export type InlineTextProps = {
  /** The value's name, for everybody who does not see where it stands. */
  label: string
  value: string | null
  /** How a value is shown and offered for editing; itself by default. */
  show?: (value: string) => string
  /** Words for a value that is not known. */
  empty?: ReactNode
  /** Something quiet after the value. */
  after?: ReactNode
  placeholder?: string
  suggestions?: readonly string[]
  /** Those of them that come first. */
  preferred?: readonly string[]
  parse?: (typed: string) => Parsed
  /** Saves; false when it did not go through. Null clears. */
  onSave: (value: string | null) => Promise<boolean>
  onTyping?: (typed: string) => void
  look?: 'plain' | 'title' | 'heading' | 'number' | 'chip'
  /** A value that cannot be empty goes back to what it was. */
  required?: boolean
  maxLength?: number
  /** After Enter, when something follows. */
  onDone?: () => void
  className?: string
  /** Names the words, for whoever looks for them on the page. */
  wordsOf?: string
}

const plain = (typed: string): Parsed => ({ value: typed.trim() === '' ? null : typed.trim() })

/** A key that types something visible. */
function isLetter({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent<HTMLElement>): boolean {
  return [...key].length === 1 && key.trim() !== '' && !ctrlKey && !metaKey && !altKey && !nativeEvent.isComposing
}

export function InlineText(props: InlineTextProps) {
  const { value, parse = plain, required = false } = props
  const id = useId()
  const locked = useLocked()
  const stored = useTyped<HTMLInputElement & HTMLTextAreaElement>(value, props.onSave)
  const { typed, setTyped, aside, field, button, shown: now } = stored
  const [wrong, setWrong] = useState<string | null>(null)
  const suggest = useSuggest(id, typed, props.suggestions ?? [], props.preferred)
  const open = typed !== null
  const shown = now === null ? '' : (props.show?.(now) ?? now)

  const byLetter = useRef(false)
  // Together with the focus: what is typed in between would be selected, and replaced by the next letter.
  useLayoutEffect(() => {
    // A letter that opened the field is the first of what is typed.
    if (open && !aside && !byLetter.current) field.current?.select()
    byLetter.current = false
  }, [open, aside, field])

  const unsaved = typed !== null && typed !== shown
  useEffect(() => {
    if (!unsaved) return undefined
    // Leaving the page is not leaving the field: what stands in it would be lost.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  const close = (focus: boolean) => {
    setWrong(null)
    stored.close(focus)
  }
  const save = async (text: string, byKey: boolean) => {
    const result = parse(text.normalize('NFC').replace(/\s+/g, ' '))
    if ('wrong' in result) {
      setWrong(result.wrong)
      return
    }
    const next = required && result.value === null ? now : result.value
    const follow = byKey && props.onDone !== undefined
    close(byKey && !follow)
    if (follow) props.onDone?.()
    await stored.save(next, text)
  }

  const look = props.look ?? 'plain'
  const words = (
    <>
      <span className="visually-hidden">{props.label}: </span>
      {shown === '' ? (
        <Unknown>{props.empty}</Unknown>
      ) : props.wordsOf === undefined ? (
        shown
      ) : (
        <span data-words={props.wordsOf}>{shown}</span>
      )}
      {shown !== '' && props.after}
    </>
  )
  if (locked)
    return (
      <span className={`inline ${props.className ?? ''}`} data-look={look} data-fixed>
        {words}
      </span>
    )
  if (typed === null) {
    return (
      <button
        ref={button}
        type="button"
        className={`inline ${props.className ?? ''}`}
        data-look={look}
        onClick={() => setTyped(shown)}
        onKeyDown={(event) => {
          if (look !== 'chip' || !isLetter(event)) return
          event.preventDefault()
          byLetter.current = true
          setTyped(event.key)
          props.onTyping?.(event.key)
        }}
      >
        {words}
      </button>
    )
  }
  const common = {
    ref: field,
    id,
    className: 'inline-input',
    'data-look': look,
    'aria-label': props.label,
    'aria-invalid': wrong === null ? undefined : (true as const),
    'aria-describedby': wrong === null ? undefined : `${id}-wrong`,
    autoComplete: 'off',
    spellCheck: false,
    autoFocus: !aside,
    maxLength: props.maxLength ?? 500,
    placeholder: props.placeholder,
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value)
      setWrong(null)
      suggest.reset()
      props.onTyping?.(event.currentTarget.value)
    },
    onBlur: () => void save(typed, false),
    onKeyDown: (event: KeyboardEvent) => {
      if (suggest.onKeyDown(event)) return
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        event.preventDefault()
        void save(suggest.chosen ?? typed, true)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        close(true)
      }
    },
  }
  return (
    <span className={`inline-frame ${props.className ?? ''}`} data-look={look}>
      {look === 'title' || look === 'heading' ? (
        <textarea rows={1} {...common} />
      ) : (
        <input type="text" {...common} {...suggest.wiring} />
      )}
      <SuggestList suggest={suggest} onChoose={(text) => void save(text, true)} />
      {wrong !== null && (
        <span id={`${id}-wrong`} className="inline-wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
