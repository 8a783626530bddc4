/** What is chosen and shown on the map. Outside React, so that the picture's controllers follow it too. */
import type { NodeKind } from '#contract/network.ts'
import { createStore } from '../../ui/store.ts'

export type MapState = {
  /** The way walked, the chosen node last; empty when none is chosen. */
  trail: readonly string[]
  /** The tie whose words are open. */
  tie: string | null
  /** Focus on the chosen node and what lies this many ties away; 0 is off. */
  focus: 0 | 1 | 2
  /** Kinds left out; null as long as nobody has said: themes are, where they would crowd the rest. */
  hidden: ReadonlySet<NodeKind> | null
  datedOnly: boolean
  /** Nodes without a visible tie are shown. */
  lone: boolean
  view: 'map' | 'table'
}

const start: MapState = { trail: [], tie: null, focus: 0, hidden: null, datedOnly: false, lone: false, view: 'map' }

export const mapState = createStore<MapState>(start)

export function change(part: Partial<MapState>): void {
  mapState.set({ ...mapState.get(), ...part })
}

/** Chooses a node as the start of a new way; null chooses nothing. */
export function chooseNode(id: string | null): void {
  change({ trail: id === null ? [] : [id], tie: null, ...(id === null ? { focus: 0 } : {}) })
}

export function chooseTie(id: string | null): void {
  change({ tie: id })
}

/** Off, the neighbours, their neighbours, off. */
export function turnFocus(): void {
  const { focus, trail } = mapState.get()
  if (trail.length === 0) return
  change({ focus: focus === 0 ? 1 : focus === 1 ? 2 : 0 })
}

/** One step out: the words, then the focus, then the choice. Returns whether there was anything to leave. */
export function leave(): boolean {
  const { tie, focus, trail } = mapState.get()
  if (tie !== null) change({ tie: null })
  else if (focus !== 0) change({ focus: 0 })
  else if (trail.length > 0) change({ trail: [] })
  else return false
  return true
}

export function toggleKind(kind: NodeKind, shownNow: ReadonlySet<NodeKind>): void {
  const hidden = new Set(mapState.get().hidden ?? shownNow)
  if (!hidden.delete(kind)) hidden.add(kind)
  change({ hidden })
}
