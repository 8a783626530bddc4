/** Those of the list, in the source's own groups, each with what the line says and whether they are known. */
import { memo } from 'react'
import type { ProposedParticipant } from '#contract/proposal.ts'
import { useT } from '../../i18n/i18n.ts'
import type { T } from '../../i18n/resources.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { nameKey, type Standing } from './decisions.ts'
import { goTo } from './lines-focus.ts'
import type { OutcomeProps } from './outcome-props.ts'
import { StandingMark } from './standing-mark.tsx'

/** Attendance other than plainly being there. */
function marksOf(one: ProposedParticipant, t: T): string[] {
  const marks: string[] = []
  if (one.status === 'absent' || one.status === 'excused') marks.push(t(`imports:people.${one.status}`))
  if (one.mode === 'remote' || one.mode === 'phone') marks.push(t(`imports:people.${one.mode}`))
  if (one.items !== null) marks.push(t('imports:people.items', { items: one.items }))
  return marks
}

type PersonRowProps = {
  one: ProposedParticipant
  index: number
  person: Standing | undefined
  organisation: Standing | undefined
}

const PersonRow = memo(function PersonRow({ one, index, person, organisation }: PersonRowProps) {
  const t = useT()
  const marks = marksOf(one, t)
  const about = [one.capacity, ...marks].filter((part) => part !== null).join(', ')
  return (
    <li className="import-person" data-out={`person-${index}`}>
      <button type="button" className="import-person-go" onClick={() => goTo(one.line)}>
        <span className="import-person-no">{one.listNumber}</span>
        <KindIcon kind="person" outline={person?.kind !== 'linked'} />
        <span className="record">{one.name}</span>
      </button>
      <span className="import-person-mark">
        <StandingMark kind="person" name={one.name} standing={person} />
      </span>
      {about !== '' && <span className="import-under">{about}</span>}
      {one.organisation !== null && (
        <span className="import-under import-person-org">
          <KindIcon kind="organisation" outline={organisation?.kind !== 'linked'} />
          {one.organisation}
          <StandingMark kind="organisation" name={one.organisation} standing={organisation} />
        </span>
      )}
    </li>
  )
})

export function PeopleList({ meeting, names }: OutcomeProps) {
  const t = useT()
  const people = meeting.participants.map((one, index) => ({ one, index }))
  const groups = [...Map.groupBy(people, ({ one }) => one.group)]
  return (
    <section className="import-group" aria-labelledby="import-people">
      <h2 className="heading" id="import-people">
        {t('imports:people.title')} <span className="count">{people.length}</span>
      </h2>
      {people.length === 0 && <p className="text-2">{t('imports:people.none')}</p>}
      {groups.map(([group, members]) => (
        <div key={group} className="import-people">
          {groups.length > 1 && (
            <h3 className="import-people-group">{t('imports:people.group', { group, count: members.length })}</h3>
          )}
          <ul>
            {members.map(({ one, index }) => (
              <PersonRow
                key={index}
                one={one}
                index={index}
                person={names.get(nameKey('person', one.name))}
                organisation={
                  one.organisation === null ? undefined : names.get(nameKey('organisation', one.organisation))
                }
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
