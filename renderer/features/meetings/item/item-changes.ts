/** Adding, moving and removing items, with the focus where the work goes on. */
import { flushSync } from 'react-dom'
import { translate } from '../../../i18n/i18n.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { announce } from '../../../shell/announce.ts'
import { write } from '../../../transport/hooks.ts'
import { change, pageState, setPageState, startWriting } from '../page/state.ts'
import { closeDrawer } from '../../../ui/drawer.ts'
import { keepKeys } from '../../../ui/keep-keys.ts'
import { isElsewhere } from '../../../ui/then-focus.ts'
import { flushAll, type View } from '../text/savers.ts'
import { nextNumber } from './numbers.ts'

export function scrollToItem(itemId: string): void {
  document.getElementById(`item-${itemId}`)?.scrollIntoView({ block: 'start' })
}

/** Goes to an item: it is the current one, and its heading stands at the top. */
export function goToItem(itemId: string, focus = false): void {
  // Out of a drawer that closes, the focus goes along.
  const closed = closeDrawer('stay')
  setPageState({ here: itemId })
  scrollToItem(itemId)
  if (focus || closed) document.getElementById(`item-${itemId}`)?.focus({ preventScroll: true })
}

let adding = false

/** A new item behind `after`, or at the end; its heading is open for writing. */
export async function addItem(view: View, after: string | null): Promise<void> {
  const taken = new Set(view.items.map(({ number }) => number).filter((number) => number !== null))
  const before = view.items.find(({ id }) => id === after) ?? view.items.at(-1)
  const counted = view.items.length === 0 ? '1' : nextNumber(before?.number ?? null, taken)
  // Between two numbers there is none that is free: a series moves those behind.
  const given = view.head.seriesId !== null && before?.number !== null
  const number = counted ?? (given ? undefined : null)
  if (adding) return
  adding = true
  // The next letters are those of its heading, however late that stands there.
  const letGo = keepKeys()
  try {
    await flushAll()
    const { id } = await write('items.add', { meetingId: view.id, after: before?.id ?? null, title: '', number })
    setPageState({ here: id, writing: null })
    focusTitleSoon(id, letGo)
  } catch (error) {
    letGo()
    announce(errorText(error))
  } finally {
    adding = false
  }
}

/** The item stands on the page once it has been read again. */
function focusTitleSoon(itemId: string, then: () => void): void {
  const page = document.getElementById('meeting-page')
  const open = () => {
    const button = document.querySelector<HTMLElement>(`#item-${CSS.escape(itemId)} .item-head .inline`)
    if (button === null) return false
    closeDrawer('stay')
    scrollToItem(itemId)
    button.focus()
    flushSync(() => button.click())
    then()
    return true
  }
  if (open()) return
  if (page === null) return then()
  const watch = new MutationObserver(() => {
    if (open()) watch.disconnect()
  })
  watch.observe(page, { childList: true, subtree: true })
  setTimeout(() => watch.disconnect(), 5000)
}

export async function moveItem(view: View, itemId: string, step: -1 | 1): Promise<void> {
  const ids = view.items.map(({ id }) => id)
  const at = ids.indexOf(itemId)
  if (at < 0 || at + step < 0 || at + step >= ids.length) return
  const after = step < 0 ? (ids[at - 2] ?? null) : (ids[at + 1] ?? null)
  if (await change('items.move', { id: itemId, after })) {
    announce(translate()('meetings:item.moved', { place: at + step + 1, all: ids.length }))
    requestAnimationFrame(() => scrollToItem(itemId))
  }
}

/** Removes at once: undo brings it back, so nobody is asked. */
export async function removeItem(view: View, itemId: string): Promise<void> {
  const ids = view.items.map(({ id }) => id)
  const at = ids.indexOf(itemId)
  if (pageState().writing?.itemId === itemId) setPageState({ writing: null })
  if (!(await change('items.remove', { id: itemId }))) return
  announce(translate()('meetings:item.removed'))
  // Whoever writes elsewhere by now goes on there.
  if (pageState().here !== itemId && isElsewhere(document.getElementById(`item-${itemId}`))) return
  const next = ids[at + 1] ?? ids[at - 1] ?? null
  setPageState({ here: next })
  if (next === null) document.getElementById('main')?.focus()
  else goToItem(next, true)
}

/** Opens the text of the item before or after the current one. */
export function writeNext(view: View, step: -1 | 1): void {
  const { here } = pageState()
  const at = view.items.findIndex(({ id }) => id === here)
  const next = view.items[at < 0 ? 0 : at + step]
  if (next === undefined) return
  startWriting(next.id, 'end')
  requestAnimationFrame(() => scrollToItem(next.id))
}
