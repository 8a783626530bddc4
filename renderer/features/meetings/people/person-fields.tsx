/** The fields of one participant, under the row. */
import { Link } from 'wouter'
import { useT } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { KeyGroup } from '../../../ui/keys-within.tsx'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText } from '../inline/inline-text.tsx'
import { useLocked } from '../inline/locked.ts'
import { change, setPageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { focusRow, removePerson } from './people-changes.ts'
import { PersonFor } from './person-for.tsx'
import { PersonTimes } from './person-times.tsx'
import type { Person } from './presence.ts'

export function PersonFields({ view, person }: { view: View; person: Person }) {
  const t = useT()
  const locked = useLocked()
  const capacities = [...new Set(view.attendance.map((one) => one.capacity).filter((one) => one !== null))]
  const { id } = person
  return (
    <KeyGroup
      as="fieldset"
      className="person-fields"
      aria-label={t('meetings:people.fieldsOf', { name: person.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        setPageState({ openPerson: null })
        focusRow(id)
      }}
    >
      <dl>
        <dt>{t('meetings:people.name')}</dt>
        <dd>
          <InlineText
            label={t('meetings:people.name')}
            value={person.name}
            onSave={(name) =>
              name === null || name === '' ? Promise.resolve(false) : change('attendance.set', { id, name })
            }
          />
        </dd>
        <dt>{t('meetings:people.inGroup')}</dt>
        <dd>
          <InlineChoice
            label={t('meetings:people.inGroup')}
            required
            value={String(person.group)}
            options={Array.from({ length: Math.max(...view.attendance.map((one) => one.group)) + 1 }, (_, index) => ({
              value: String(index + 1),
              label: String(index + 1),
            }))}
            onSave={(group) =>
              group === null ? Promise.resolve(false) : change('attendance.set', { id, group: Number(group) })
            }
          />
        </dd>
        <dt>{t('meetings:people.capacity')}</dt>
        <dd>
          <InlineText
            label={t('meetings:people.capacity')}
            value={person.capacity}
            suggestions={capacities}
            onSave={(capacity) => change('attendance.set', { id, capacity })}
          />
        </dd>
        <PersonFor view={view} person={person} />
        <dt>{t('meetings:people.statusLabel')}</dt>
        <dd>
          <InlineChoice
            label={t('meetings:people.statusLabel')}
            value={person.status === 'unknown' ? null : person.status}
            options={[
              { value: 'expected', label: t('attendance:standing.expected') },
              { value: 'present', label: t('meetings:people.status.present') },
              { value: 'absent', label: t('meetings:people.status.absent') },
              { value: 'excused', label: t('meetings:people.status.excused') },
            ]}
            onSave={(status) => change('attendance.set', { id, status: status ?? 'unknown' })}
          />
        </dd>
        <dt>{t('meetings:people.modeLabel')}</dt>
        <dd>
          <InlineChoice
            label={t('meetings:people.modeLabel')}
            value={person.mode === 'unknown' ? null : person.mode}
            options={[
              { value: 'room', label: t('meetings:people.mode.room') },
              { value: 'remote', label: t('meetings:people.mode.remote') },
              { value: 'phone', label: t('meetings:people.mode.phone') },
            ]}
            onSave={(mode) => change('attendance.set', { id, mode: mode ?? 'unknown' })}
          />
        </dd>
        <dt>{t('meetings:people.items')}</dt>
        <dd>
          {person.intervals.length > 0 ? (
            (person.items ?? t('meetings:people.itemsAll'))
          ) : (
            <InlineText
              label={t('meetings:people.items')}
              value={person.items}
              empty={t('meetings:people.itemsAll')}
              placeholder="3–5"
              maxLength={100}
              onSave={(items) => change('attendance.set', { id, items })}
            />
          )}
        </dd>
        {person.asWritten !== person.name && (
          <>
            <dt>{t('meetings:people.asWritten')}</dt>
            <dd className="record">{person.asWritten}</dd>
          </>
        )}
      </dl>
      <PersonTimes view={view} person={person} />
      <div className="person-do">
        <Link className="link" href={`/register/person/${person.personId}`}>
          {t('meetings:people.inRegister')}
        </Link>
        {!locked && (
          <Button look="bare" icon="trash" onClick={() => void removePerson(view, id)}>
            {t('meetings:people.remove')}
          </Button>
        )}
      </div>
    </KeyGroup>
  )
}
