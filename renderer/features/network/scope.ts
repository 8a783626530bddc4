/** Of a large network the part around a node comes first: it is drawn at once, and can be read. */
import { useMemo, useState } from 'react'
import { busiest, type Model, part } from './model.ts'
import { mapState } from './state.ts'

/** Networks up to this size are shown whole. */
const wholeUpTo = 800
const partSize = 400

export type Scope = {
  model: Model
  /** Only a part of the network is drawn. */
  partial: boolean
  showAll: () => void
  /** Changes when another part is drawn, so that the view can follow. */
  stamp: string
}

/** The part around the chosen node, or around the busiest one; a chosen node outside it draws its own part. */
export function useScope(shown: Model): Scope {
  const { trail } = mapState.use()
  const [whole, setWhole] = useState(false)
  const [center, setCenter] = useState<string | null>(null)
  const partial = !whole && shown.nodes.size > wholeUpTo
  const middle = (center !== null && shown.nodes.has(center) ? center : busiest(shown)?.id) ?? ''
  const model = useMemo(() => (partial ? part(shown, middle, partSize) : shown), [shown, partial, middle])
  const here = trail[0]
  if (here !== undefined && here !== center && shown.nodes.has(here) && !model.nodes.has(here)) setCenter(here)
  return { model, partial, showAll: () => setWhole(true), stamp: partial ? middle : 'all' }
}
