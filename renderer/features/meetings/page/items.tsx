/** The items of the record, in their order. */
import { useMemo } from 'react'
import { useReviewState } from '../../review/state.ts'
import { useFind } from '../find/state.ts'
import type { Quote } from '../findings/quotes.ts'
import { ItemSection } from '../item/item-section.tsx'
import { shownItems, type View } from '../text/savers.ts'
import { useFilled } from './fill.ts'
import { usePageState } from './state.ts'

export const noQuotes: readonly Quote[] = []

type ItemsProps = { view: View; quotes: ReadonlyMap<string, readonly Quote[]>; wanted: string | undefined }

export function Items({ view, quotes, wanted }: ItemsProps) {
  const { here, tab } = usePageState()
  const { open } = useFind()
  const { chosen } = useReviewState()
  const items = shownItems(view)
  const ids = useMemo(() => view.items.map(({ id }) => id), [view])
  // Whoever looks for words looks in all of them.
  const filled = useFilled(ids, here ?? wanted ?? null, open || (tab === 'findings' && chosen !== null))
  return items.map((item) => (
    <ItemSection
      key={item.id}
      view={view}
      item={item}
      quotes={quotes.get(item.id) ?? noQuotes}
      here={item.id === here}
      filled={filled === null || filled.has(item.id)}
    />
  ))
}
