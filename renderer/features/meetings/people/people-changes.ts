/** Changes to the list of participants, with the focus kept where one is. */
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { change, pageState, setPageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { presenceWord, type Person } from './presence.ts'

export function focusRow(id: string | null): void {
  requestAnimationFrame(() => {
    const row = id === null ? null : document.getElementById(`person-${id}`)
    const other = document.querySelector<HTMLElement>('.people [data-row]')
    const target = row ?? other
    target?.focus()
  })
}

/** Removes at once; undo brings the row back. */
export async function removePerson(view: View, id: string): Promise<void> {
  const at = view.attendance.findIndex((one) => one.id === id)
  const next = view.attendance[at + 1] ?? view.attendance[at - 1]
  if (!(await change('attendance.remove', { id }))) return
  setPageState({ openPerson: null })
  announce(translate()('meetings:people.removed', { name: view.attendance[at]?.name ?? '' }))
  focusRow(next?.id ?? null)
}

export type Mark = Partial<Pick<Person, 'status' | 'mode'>>

/** One key on a row: puts the person in the room, on the screen, or away. */
export async function markFocused(view: View, mark: Mark): Promise<void> {
  const person = view.attendance.find((one) => one.id === pageState().person)
  if (person === undefined) return
  if (await change('attendance.set', { id: person.id, ...mark }))
    announce(`${person.name}: ${presenceWord({ ...person, ...mark }, translate())}`)
}
