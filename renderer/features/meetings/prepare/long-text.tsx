/** Longer text that turns into a field where it stands: leaving it or Ctrl+Enter saves, Escape puts back. */
import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isElsewhere, thenFocus } from '../../../ui/then-focus.ts'
import { useGiven } from '../inline/given.ts'
import { useLocked } from '../inline/locked.ts'

type LongTextProps = {
  label: string
  /** Names the words, for whoever looks for them on the page. */
  wordsOf: string
  value: string | null
  /** Words of the button while nothing is written. */
  empty: string
  /** False when it did not go through: what was typed stands in the field again. */
  onSave: (value: string | null) => Promise<boolean>
}

export function LongText({ label, wordsOf, value, empty, onSave }: LongTextProps) {
  const locked = useLocked()
  const [typed, setTyped] = useState<string | null>(null)
  const { shown, give } = useGiven(value, onSave)
  /** The field came back by itself while somebody was elsewhere: the focus stays there. */
  const [aside, setAside] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = typed !== null
  useLayoutEffect(() => {
    if (open && !aside) field.current?.focus()
  }, [open, aside])
  const close = (focus: boolean) => {
    const shut = () => {
      setTyped(null)
      setAside(false)
    }
    if (focus) thenFocus(shut, () => button.current)
    else shut()
  }
  const save = async (text: string, byKey: boolean) => {
    const next = text.trim() === '' ? null : text.normalize('NFC').trim()
    close(byKey)
    if (next === shown || (await give(next))) return
    // What could not be saved is not lost: it stands in the field again, where nobody types something else by now. At
    // once, for the next key is meant for it.
    flushSync(() => {
      setAside(isElsewhere(button.current, field.current))
      setTyped((typing) => typing ?? text)
    })
  }
  if (locked)
    return (
      <p className="inline prep-text" data-fixed>
        <span className="prep-label">{label}</span>
        <span data-words={wordsOf}>{shown}</span>
      </p>
    )
  if (typed === null)
    return (
      <button
        ref={button}
        type="button"
        className={shown === null ? 'prep-empty' : 'inline prep-text'}
        onClick={() => setTyped(shown ?? '')}
      >
        {shown === null ? (
          empty
        ) : (
          <>
            <span className="prep-label">{label}</span>
            <span data-words={wordsOf}>{shown}</span>
          </>
        )}
      </button>
    )
  return (
    <label className="prep-field">
      <span className="prep-label">{label}</span>
      <textarea
        ref={field}
        className="input textarea"
        maxLength={20_000}
        rows={Math.min(12, Math.max(2, typed.split('\n').length))}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save(typed, false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void save(typed, true)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            close(true)
          }
        }}
      />
    </label>
  )
}
