/** Longer text that turns into a field where it stands: leaving it or Ctrl+Enter saves, Escape puts back. */
import { useLayoutEffect } from 'react'
import { useLocked } from '../inline/locked.ts'
import { useTyped } from '../inline/typed.ts'

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
  const stored = useTyped<HTMLTextAreaElement>(value, onSave)
  const { typed, setTyped, aside, field, button, shown, close } = stored
  const open = typed !== null
  useLayoutEffect(() => {
    if (open && !aside) field.current?.focus()
  }, [open, aside, field])
  const save = async (text: string, byKey: boolean) => {
    close(byKey)
    await stored.save(text.trim() === '' ? null : text.normalize('NFC').trim(), text)
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
