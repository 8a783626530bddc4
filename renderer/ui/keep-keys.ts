/** Keys that are meant for a field that does not stand there yet. */

/** Milliseconds after which keys go where the focus is all the same: nobody is kept from writing. */
const longest = 2000

/** Puts a letter where the focus is, as if it had been typed. */
function put(letter: string): void {
  // The one way to type that fields and the editor both take for typing, and that the browser can undo.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('insertText', false, letter)
}

/**
 * What is typed from now on waits until the returned function is called, and goes where the focus is then. Letters and
 * Backspace wait; any other key ends the waiting, and so do two seconds.
 */
export function keepKeys(): () => void {
  let kept: string[] = []
  let over = false
  const take = (event: Event, letter: string | null) => {
    if (letter === null) kept = kept.slice(0, -1)
    else kept.push(letter)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onKey = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || key === 'Shift') return
    if ([...key].length === 1) take(event, key)
    else if (key === 'Backspace' && kept.length > 0) take(event, null)
    else end()
  }
  // Letters that no key of their own stands for.
  const onInput = (event: InputEvent) => {
    if (event.inputType === 'insertText' && event.data !== null && !event.isComposing) take(event, event.data)
  }
  const end = () => {
    if (over) return
    over = true
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('beforeinput', onInput, true)
    if (kept.length > 0) put(kept.join(''))
  }
  const timer = setTimeout(end, longest)
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('beforeinput', onInput, true)
  return end
}
