/** Changes to the list of participants, with the focus kept where one is. */
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { createStore } from '../../../ui/store.ts'
import { focusSoon, isElsewhere } from '../../../ui/then-focus.ts'
import { change, pageState, setPageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { act, canAct, type ActKey } from './acts.ts'
import { emptySeats, serve, servingFor } from './serve.ts'
import { openWho } from './who.ts'

/** To somebody's row; to the first where there is none. */
export function focusRow(id: string | null): void {
  focusSoon(
    () => (id === null ? null : document.getElementById(`person-${id}`)),
    () => document.querySelector<HTMLElement>('.people [data-row]'),
  )
}

/** Removes at once; undo brings the row back. */
export async function removePerson(view: View, id: string): Promise<void> {
  const at = view.attendance.findIndex((one) => one.id === id)
  const next = view.attendance[at + 1] ?? view.attendance[at - 1]
  if (!(await change('attendance.remove', { id }))) return
  if (pageState().openPerson === id) setPageState({ openPerson: null })
  announce(translate()('meetings:people.removed', { name: view.attendance[at]?.name ?? '' }))
  // Whoever writes elsewhere by now goes on there.
  if (!isElsewhere(document.querySelector('.people'))) focusRow(next?.id ?? null)
}

/** Letters that narrow the list to those they fit. */
const typed = createStore('')
export const useTyped = typed.use
export const setTyped = typed.set

/**
 * One key on a row. Whoever was looked for by letters leaves the field to the next; who waited to be marked, the row to
 * the next who does. The focus moves at once: the next key is for the next, however long this one takes.
 */
export function actFocused(view: View, key: ActKey): void {
  const at = view.attendance.findIndex((one) => one.id === pageState().person)
  const person = view.attendance[at]
  if (person === undefined) return
  if (typed.get() !== '') {
    typed.set('')
    document.querySelector<HTMLElement>('[data-find-person]')?.focus()
  } else if (person.status === 'expected' && canAct(view, person, key)) {
    const next = view.attendance
      .slice(at + 1)
      .find(({ status, personId }) => status === 'expected' && personId !== person.personId)
    if (next !== undefined) document.getElementById(`person-${next.id}`)?.focus()
  }
  void act(view, person, key)
}

/** A deputy leaves the seat they have; one who has none is asked whose they take. */
export function stepFocused(view: View): void {
  const t = translate()
  const person = view.attendance.find(({ id }) => id === pageState().person)
  if (person === undefined) return
  if (servingFor(view, person) !== null) void serve(view, person, null)
  else if (emptySeats(view, person).length > 0) openWho(person.id)
  else announce(t('attendance:served.none', { name: person.name }))
}
