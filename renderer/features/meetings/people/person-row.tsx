/** One participant: number, presence, name, for whom, and when they came or went. Opens its fields below itself. */
import { useT } from '../../../i18n/i18n.ts'
import { PresenceMark } from '../../../ui/marks.tsx'
import { change, setPageState } from '../page/state.ts'
import { ClockText } from './clock-text.tsx'
import { cameWord, goneAs, presenceOf, presenceWord, timeOf, type Person } from './presence.ts'

type PersonRowProps = { date: string | null; person: Person; seat: string | null; open: boolean; marked: boolean }

/** @param props.seat name of whoever's seat a deputy takes */
export function PersonRow({ date, person, seat, open, marked }: PersonRowProps) {
  const t = useT()
  const word = presenceWord(person, t)
  const came = cameWord(person, t)
  const time = timeOf(person)
  const organisations = [person.organisation, ...person.alsoFor.map(({ name }) => name)].filter((one) => one !== null)
  const role = [
    person.capacity,
    seat === null ? null : t('attendance:for.inPlaceOf', { name: seat }),
    organisations.length === 0 ? null : organisations.join(' + '),
    person.personal ? t('attendance:for.self') : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
  // Present is what a list of participants says by itself, and the glyph tells the room from the screen.
  const quiet = presenceOf(person) === 'here' || came !== null
  const gone = goneAs(person)
  return (
    <li className="person-line" data-timed={time !== null || undefined}>
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
          {time === null && role !== '' && `${role} `}
          <span className={quiet ? 'visually-hidden' : 'person-standing'} data-gone={gone ?? undefined}>
            {role !== '' && time === null && !quiet ? `· ${word}` : word}
          </span>
          {time === null && person.items !== null && ` · ${t('meetings:people.itemsShort', { items: person.items })}`}
          {came !== null && <span className="person-standing">{came}</span>}
        </span>
      </button>
      {time !== null && (
        <ClockText
          className="person-time"
          label={t('attendance:time.of', { name: person.name })}
          value={time.time}
          date={date}
          onSave={(value) => change('attendance.setInterval', { id: time.interval.id, [time.edge]: value })}
        />
      )}
    </li>
  )
}
