/** Who is there: the list in its own order and groups, everybody with standing and time. */
import './presence.css'
import { Fragment, useState } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { walkRows } from '../../../ui/table.tsx'
import { useLocked } from '../inline/locked.ts'
import { setPageState, usePageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { HatLine, useHats } from '../../register/meeting-hats.tsx'
import { RepresentationBox } from '../../register/representation.tsx'
import { AddPerson, addPersonId } from './add-person.tsx'
import { act, actKeys, canAct } from './acts.ts'
import { fitting, goesOn, mayGoOn } from './match.ts'
import { focusRow, setTyped, useTyped } from './people-changes.ts'
import { PersonFields } from './person-fields.tsx'
import { PersonRow } from './person-row.tsx'
import { PresenceGrid } from './presence-grid.tsx'
import { PresenceHead } from './presence-head.tsx'
import { groupsOf, shownNow, type Person } from './presence.ts'
import { Rules } from './rules.tsx'

/**
 * Letters narrow the list; Enter or ↓ goes to the first who fits, space to the only one: else it parts a name. Behind a
 * whole name of the only one a space does either: what follows is the next name's beginning, else a key.
 */
function FindPerson({ view }: { view: View }) {
  const t = useT()
  const typed = useTyped()
  const people = view.attendance
  return (
    <div className="people-find">
      <TextInput
        data-find-person
        label={t('attendance:find')}
        labelHidden
        icon="search"
        placeholder={t('attendance:findHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first, ...more] = fitting(people, typed)
          const only = typed !== '' && more.length === 0 ? first : undefined
          const goTo = event.key === ' ' && only !== undefined && !mayGoOn(only.name, typed)
          const parted = only !== undefined && typed.endsWith(' ') && !goesOn(only.name, typed, event.key)
          const plain = !event.ctrlKey && !event.metaKey && !event.altKey
          const wanted = parted && plain ? actKeys.find((one) => one === event.key.toLowerCase()) : undefined
          if (event.key === 'Escape' && typed !== '') setTyped('')
          else if (event.key === 'Enter' || event.key === 'ArrowDown' || goTo) {
            if (first !== undefined) focusRow(first.id)
          } else if (only !== undefined && wanted !== undefined && canAct(view, only, wanted)) {
            focusRow(only.id)
            void act(view, only, wanted)
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </div>
  )
}

export function PeopleTab({ view, marked }: { view: View; marked: string | null }) {
  const t = useT()
  const locked = useLocked()
  const { openPerson, adding, here } = usePageState()
  const typed = useTyped()
  const [byItem, setByItem] = useState(false)
  const fits = fitting(view.attendance, typed)
  // One who is looked for may stand in any group: the best is first.
  const groups = typed.trim() === '' ? groupsOf(view.attendance) : [{ group: 0, people: [...fits] }]
  const hats = useHats(view.id)
  const now = new Map(shownNow(view, here).map((person) => [person.id, person]))
  const seat = ({ deputyForId }: Person) => view.attendance.find(({ id }) => id === deputyForId)?.name ?? null
  const kept = view.attendance.some(({ intervals }) => intervals.length > 0)
  return (
    <div
      className="people"
      onBlur={({ currentTarget, relatedTarget }) => {
        // Letters narrow the list while one is at it. A window that is left has no other target, and from the line at
        // the foot one comes back.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget) && relatedTarget.closest('.who') === null)
          setTyped('')
      }}
    >
      <PresenceHead view={view} />
      <RepresentationBox meetingId={view.id} />
      {view.attendance.length > 0 && (
        <div className="people-tools">
          <FindPerson view={view} />
          {kept && (
            <Button look="bare" aria-pressed={byItem} onClick={() => setByItem(!byItem)}>
              {t('attendance:grid.show')}
            </Button>
          )}
        </div>
      )}
      {byItem && kept ? (
        <PresenceGrid view={view} />
      ) : (
        <div className="inset-focus" ref={walkRows}>
          {groups.map(({ group, people }) => (
            <section
              key={group}
              aria-label={group === 0 ? t('attendance:found') : t('meetings:people.group', { group })}
            >
              <h3 className="people-group">
                {group === 0 ? t('attendance:found') : t('meetings:people.group', { group })}{' '}
                <span>{people.length}</span>
              </h3>
              <ul>
                {people.map((person) => (
                  <Fragment key={person.id}>
                    <PersonRow
                      date={view.head.date}
                      person={now.get(person.id) ?? person}
                      seat={seat(person)}
                      open={openPerson === person.id}
                      marked={marked === person.id}
                    />
                    {hats.has(person.id) && !person.personal && (
                      <li>
                        <HatLine hats={hats.get(person.id)} person={person} />
                      </li>
                    )}
                    {openPerson === person.id && (
                      <li>
                        <PersonFields view={view} person={person} />
                      </li>
                    )}
                  </Fragment>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {view.attendance.length === 0 && !adding && <p className="empty pane-text">{t('meetings:people.empty')}</p>}
      {!locked && (
        <div className="pane-foot">
          {adding ? (
            <AddPerson view={view} />
          ) : (
            <Button id={addPersonId} look="bare" icon="plus" onClick={() => setPageState({ adding: true })}>
              {t('meetings:people.add')}
            </Button>
          )}
        </div>
      )}
      {view.attendance.length > 0 && <Rules view={view} />}
    </div>
  )
}
