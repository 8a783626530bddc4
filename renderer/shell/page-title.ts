/** A page's name: in the window's title, and as the last crumb of the title bar. */
import { useEffect } from 'react'
import { createStore } from '../ui/store.ts'
import { visible } from '../ui/visible.ts'

export type Crumb = { label: string; to?: string }

const store = createStore<readonly Crumb[]>([])
export const useCrumbs = store.use

/** Names the page. `before` are the crumbs that lead to it, outermost first; one whose name is not read yet, '', is left out. */
export function usePageTitle(title: string, before: readonly Crumb[] = []): void {
  const stamp = JSON.stringify([...before.filter(({ label }) => label !== ''), { label: title }])
  useEffect(() => {
    // What was stamped just above: crumbs as plain data.
    store.set(JSON.parse(stamp) as Crumb[])
    document.title = title === '' ? 'Kansli' : `${visible(title)} – Kansli`
  }, [stamp, title])
}
