/** Who was there, in the source's own order and groups. */
import { Fragment } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { walkRows } from '../../../ui/table.tsx'
import { setPageState, usePageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { HatLine, useHats } from '../../register/meeting-hats.tsx'
import { RepresentationBox } from '../../register/representation.tsx'
import { AddPerson, addPersonId } from './add-person.tsx'
import { PersonFields } from './person-fields.tsx'
import { PersonRow } from './person-row.tsx'
import { groupsOf, presenceOf, presenceSummary } from './presence.ts'

export function PeopleTab({ view, marked }: { view: View; marked: string | null }) {
  const t = useT()
  const { openPerson, adding } = usePageState()
  const groups = groupsOf(view.attendance)
  const hats = useHats(view.id)
  return (
    <div className="people">
      {view.attendance.length > 0 && (
        <div className="people-sum">
          <p className="medium">{presenceSummary(view.attendance, t)}</p>
          <div className="strip" aria-hidden="true">
            {view.attendance.map((person) => (
              <i key={person.id} data-presence={presenceOf(person)} />
            ))}
          </div>
        </div>
      )}
      <RepresentationBox meetingId={view.id} />
      <div className="inset-focus" ref={walkRows}>
        {groups.map(({ group, people }) => (
          <section key={group} aria-label={t('meetings:people.group', { group })}>
            <h3 className="people-group">
              {t('meetings:people.group', { group })} <span>{people.length}</span>
            </h3>
            <ul>
              {people.map((person) => (
                <Fragment key={person.id}>
                  <PersonRow person={person} open={openPerson === person.id} marked={marked === person.id} />
                  {hats.has(person.id) && (
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
      {view.attendance.length === 0 && !adding && <p className="empty pane-text">{t('meetings:people.empty')}</p>}
      <div className="pane-foot">
        {adding ? (
          <AddPerson view={view} />
        ) : (
          <Button id={addPersonId} look="bare" icon="plus" onClick={() => setPageState({ adding: true })}>
            {t('meetings:people.add')}
          </Button>
        )}
      </div>
    </div>
  )
}
