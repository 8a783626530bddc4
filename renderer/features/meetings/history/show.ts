/** The way to the history of an item's text. */
import { revealPane } from '../../../ui/drawer.ts'
import { thenFocus } from '../../../ui/then-focus.ts'
import { setPageState } from '../page/state.ts'
import { flushAll } from '../text/savers.ts'

/** Shows how the text of an item was, in the right pane; null: of the meeting's first. What is being typed is saved first. */
export function showHistory(itemId: string | null): void {
  void flushAll()
  // From the tab Tab leads to the slider.
  thenFocus(
    () => {
      setPageState({ tab: 'history', ...(itemId === null ? {} : { here: itemId }) })
      revealPane('right')
    },
    () => document.querySelector<HTMLElement>('.side [role="tab"][aria-selected="true"]'),
  )
}
