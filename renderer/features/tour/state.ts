/** Whether the tour of the example is shown, and where it is. What was left is remembered by this profile. */
import { createStore } from '../../ui/store.ts'

const key = 'kansli.tour'
export const stepNames = ['minutes', 'sources', 'person', 'clock', 'map', 'search'] as const
export type StepName = (typeof stepNames)[number]

function initial(): number | null {
  return window.localStorage.getItem(key) === 'done' ? null : 0
}

/** The step shown, from 0; null when the tour is over or was left. */
const store = createStore<number | null>(initial())
export const useTourStep = store.use

export function goToStep(step: number): void {
  if (step >= 0 && step < stepNames.length) store.set(step)
  else leaveTour()
}

/** How often somebody has asked for the tour, and up to which time it has taken the focus for that. */
const asked = createStore(0)
export const useAsked = asked.use
let taken = 0

/** Whether somebody has just asked for the tour: it takes the focus then, once. */
export function takeAsked(): boolean {
  const isNew = asked.get() > taken
  taken = asked.get()
  return isNew
}

export function leaveTour(): void {
  window.localStorage.setItem(key, 'done')
  store.set(null)
  // The button that was pressed is gone.
  document.getElementById('main')?.focus()
}

export function startTour(): void {
  window.localStorage.removeItem(key)
  asked.set(asked.get() + 1)
  store.set(0)
}
