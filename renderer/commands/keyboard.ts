/** Which command a key press means. Typing is never taken for one. */
import { singleKeysOn } from '../theme/theme.ts'
import { openedOverlay, typeAhead } from './overlays.ts'
import { followTyping, isHistory } from './own-typing.ts'
import { available, commandList, type Command, type CommandContext } from './registry.ts'

const mac = /mac/i.test(globalThis.navigator?.platform ?? '')

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The shortcut a press spells, as in the registry: `Mod+Shift+Z`, `?`, `F6`. */
export function shortcutOf(press: Press, onMac = mac): string {
  const mod = onMac ? press.metaKey : press.ctrlKey
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  // A sign such as ? needs Shift on some keyboards and not on others: the sign alone counts.
  const shift = press.shiftKey && (key.length > 1 || key.toLowerCase() !== key.toUpperCase())
  return [mod ? 'Mod' : '', press.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+')
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file', 'submit'].includes(target.type)
}

/** The command for a press, or null. The one added last is asked first. */
export function commandFor(
  press: Press,
  typing: boolean,
  commands: readonly Command[],
  context: CommandContext,
  singles = true,
): Command | null {
  const shortcut = shortcutOf(press)
  const single = !shortcut.includes('Mod+') && !shortcut.includes('Alt+') && press.key.length === 1
  if (single && (typing || !singles)) return null
  const found = available(commands, context).findLast(
    (command) => command.shortcut === shortcut && (!typing || command.inText === true),
  )
  return found ?? null
}

/** Listens on the whole page until the returned function is called. */
export function listenToKeys(context: () => CommandContext): () => void {
  // The browser keeps this list itself; with each key typed, long minutes are not searched for a dialog.
  const dialogs = document.getElementsByTagName('dialog')
  const dialogIsOpen = () => [...dialogs].some(({ open }) => open)
  // An overlay that is on its way has the floor already: nothing typed is lost, and no key gets to the text, the field or
  // the row that still has the focus.
  const isAhead = () => openedOverlay() !== null && !dialogIsOpen()
  const keep = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyAhead = (event: KeyboardEvent) => {
    if (event.isComposing || !isAhead()) return
    if (!event.ctrlKey && !event.metaKey) typeAhead(event.key)
    keep(event)
  }
  // Letters that no key of their own stands for.
  const onTextAhead = (event: InputEvent) => {
    if (event.isComposing || event.data === null || !isAhead()) return
    for (const letter of event.data) typeAhead(letter)
    keep(event)
  }
  const listening = new AbortController()
  const { signal } = listening
  const isOwn = followTyping(signal)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const way = isHistory(shortcutOf(event))
    const foreign = way !== null && !isOwn(event.target, way)
    if (foreign) event.preventDefault()
    // A dialog has the floor: keys of the page behind it stay quiet.
    if (dialogIsOpen()) return
    const typing = !foreign && isTyping(event.target)
    const command = commandFor(event, typing, commandList(), context(), singleKeysOn())
    if (command === null) return
    event.preventDefault()
    void command.run(context())
  }
  window.addEventListener('keydown', onKeyAhead, { signal, capture: true })
  window.addEventListener('beforeinput', onTextAhead, { signal, capture: true })
  window.addEventListener('keydown', onKeyDown, { signal })
  return () => listening.abort()
}
