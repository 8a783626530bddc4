/**
 * Undo in a field takes back what was typed in that field, and nothing else. The browser has one history of typing for
 * the whole page: in a field with nothing of its own to take back it would go on in the text of the minutes.
 */

type Field = HTMLInputElement | HTMLTextAreaElement
type Typing = { start: string; typed: boolean }

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Presses that the browser takes for undo or redo. */
export function isHistory(shortcut: string): 'undo' | 'redo' | null {
  if (shortcut === 'Mod+Z') return 'undo'
  return shortcut === 'Mod+Shift+Z' || shortcut === 'Mod+Y' ? 'redo' : null
}

/** Follows what is typed in fields, until the signal ends it. Tells whether a press is for the field it is made in. */
export function followTyping(signal: AbortSignal): (target: EventTarget | null, way: 'undo' | 'redo') => boolean {
  const fields = new WeakMap<Field, Typing>()
  const onFocus = ({ target }: Event) => {
    if (isField(target)) fields.set(target, { start: target.value, typed: false })
  }
  const onInput = ({ target }: Event) => {
    if (!isField(target)) return
    fields.set(target, { start: fields.get(target)?.start ?? '', typed: true })
  }
  window.addEventListener('focusin', onFocus, { signal, capture: true })
  window.addEventListener('input', onInput, { signal, capture: true })
  return (target, way) => {
    // The editors of the minutes have a history of their own.
    if (target instanceof HTMLElement && target.isContentEditable) return true
    if (!isField(target)) return false
    const { start, typed } = fields.get(target) ?? { start: target.value, typed: false }
    return typed && (way === 'redo' || target.value !== start)
  }
}
