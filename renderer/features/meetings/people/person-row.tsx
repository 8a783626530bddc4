/** One participant: number, presence, name, for whom. Opens its fields below itself. */
import { useT } from '../../../i18n/i18n.ts'
import { PresenceMark } from '../../../ui/marks.tsx'
import { setPageState } from '../page/state.ts'
import { presenceOf, presenceWord, type Person } from './presence.ts'

export function PersonRow({ person, open, marked }: { person: Person; open: boolean; marked: boolean }) {
  const t = useT()
  const word = presenceWord(person, t)
  const role = [person.capacity, person.organisation].filter((part) => part !== null).join(', ')
  // Present is what a list of participants says by itself; the row spells out the rest.
  const quiet = presenceOf(person) === 'here'
  return (
    <li>
      <button
        type="button"
        id={`person-${person.id}`}
        className="person-row"
        data-row
        data-person={person.id}
        data-marked={marked || undefined}
        aria-expanded={open}
        title={role === '' ? undefined : `${person.name}, ${role}`}
        onFocus={() => setPageState({ person: person.id })}
        onBlur={() => setPageState({ person: null })}
        onClick={() => setPageState({ openPerson: open ? null : person.id })}
      >
        <span className="person-number">{person.listNumber}</span>
        <PresenceMark presence={presenceOf(person)} />
        <span className="person-name">{person.name}</span>
        <span className="person-more">
          <span className={quiet ? 'visually-hidden' : undefined}>
            {word}
            {role === '' ? '' : ' · '}
          </span>
          {person.items !== null &&
            `${t('meetings:people.itemsShort', { items: person.items })}${role === '' ? '' : ' · '}`}
          {role}
        </span>
      </button>
    </li>
  )
}
