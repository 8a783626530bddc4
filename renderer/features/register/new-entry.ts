/** Which kind of entry is asked for; the register's page shows its form. Small: every page's commands have it. */
import { registerPath } from './kinds.ts'
import { createStore } from '../../ui/store.ts'

export const newKinds = ['theme', 'post', 'event', 'assignment'] as const
export type NewKind = (typeof newKinds)[number]

export const newEntry = createStore<NewKind | null>(null)

/** Goes to the list of the kind and opens the form there. */
export function askForNew(kind: NewKind, navigate: (to: string) => void): void {
  newEntry.set(kind)
  navigate(registerPath(kind))
}
