/** A value that becomes a field where it stands, and that field again when what was typed could not be saved. */
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isElsewhere, thenFocus } from '../../../ui/then-focus.ts'
import { useGiven } from './given.ts'

/**
 * `typed` is null while no field stands there. `aside`: the field came back by itself while somebody was elsewhere, so
 * the focus stays there. `save` closes nothing; it brings `text` back when `next` did not go through.
 * @param value what is stored
 * @param onSave false when it did not go through
 */
export function useTyped<E extends HTMLElement>(
  value: string | null,
  onSave: (value: string | null) => Promise<boolean>,
) {
  const [typed, setTyped] = useState<string | null>(null)
  const [aside, setAside] = useState(false)
  const field = useRef<E>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { shown, give } = useGiven(value, onSave)
  const close = (focus: boolean) => {
    const shut = () => {
      setTyped(null)
      setAside(false)
    }
    if (focus) thenFocus(shut, () => button.current)
    else shut()
  }
  const save = async (next: string | null, text: string) => {
    if (next === shown || (await give(next))) return
    // What could not be saved is not lost: it stands in the field again, where nobody types something else by now. At
    // once, for the next key is meant for it.
    flushSync(() => {
      setAside(isElsewhere(button.current, field.current))
      setTyped((typing) => typing ?? text)
    })
  }
  return { typed, setTyped, aside, field, button, shown, close, save }
}
