/** The way to the history of an item's text. */
import { revealPane } from '../../../ui/drawer.ts'
import { setPageState } from '../page/state.ts'
import { flushAll } from '../text/savers.ts'

/** Shows how the text of an item was, in the right pane; null: of the meeting's first. What is being typed is saved first. */
export function showHistory(itemId: string | null): void {
  void flushAll()
  setPageState({ tab: 'history', ...(itemId === null ? {} : { here: itemId }) })
  revealPane('right')
  // The tab is drawn by then; from it Tab leads to the slider.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.side [role="tab"][aria-selected="true"]')?.focus({ preventScroll: true }),
  )
}
