/** Whom somebody speaks for, in whose place they sit, and whether they vote: terms of the list of fields. */
import { useMemo, useState } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { useGiven } from '../inline/given.ts'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText } from '../inline/inline-text.tsx'
import { useLocked } from '../inline/locked.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { useOrganisations } from './organisations.ts'
import type { Person } from './presence.ts'
import { seatsFor, serve, servingFor } from './serve.ts'

export function PersonFor({ view, person }: { view: View; person: Person }) {
  const t = useT()
  const locked = useLocked()
  const [typed, setTyped] = useState<string | null>(null)
  const suggestions = useOrganisations(typed)
  const { id, organisation, alsoFor, personal } = person
  const listed = useMemo(
    () => [...(organisation === null ? [] : [organisation]), ...alsoFor.map(({ name }) => name)],
    [organisation, alsoFor],
  )
  // The whole list goes each time: the next change starts from the last one, answered or not.
  const { shown: names, give: speak } = useGiven<readonly string[]>(listed, (organisations) =>
    change('attendance.setFor', { id, organisations: [...organisations], personal: false }),
  )
  const field = (at: number, value: string | null) => (
    <InlineText
      label={at === 0 ? t('meetings:people.organisation') : t('attendance:for.another')}
      value={value}
      suggestions={suggestions}
      onTyping={setTyped}
      onSave={(name) => {
        const next = [...names]
        next.splice(at, 1, ...(name === null || name === '' ? [] : [name]))
        return speak(next)
      }}
      {...(at === 0 ? {} : { empty: t('attendance:for.add') })}
    />
  )
  const seats = seatsFor(view, person)
  return (
    <>
      <dt>{t('attendance:for.speaks')}</dt>
      <dd>
        <InlineChoice
          label={t('attendance:for.speaks')}
          required
          value={personal ? 'self' : 'organisation'}
          options={[
            { value: 'organisation', label: t('meetings:people.organisation') },
            { value: 'self', label: t('attendance:for.nobody') },
          ]}
          onSave={(value) =>
            change('attendance.setFor', {
              id,
              organisations: value === 'self' ? [] : [...names],
              personal: value === 'self',
            })
          }
        />
      </dd>
      {!personal && (
        <>
          <dt>{t('meetings:people.organisation')}</dt>
          <dd className="person-organisations">
            {field(0, names[0] ?? null)}
            {names.slice(1).map((name, index) => (
              <span key={name} className="person-also">
                {field(index + 1, name)}
                {!locked && (
                  <IconButton
                    icon="cross"
                    label={t('attendance:for.remove', { name })}
                    onClick={() => void speak(names.filter((one) => one !== name))}
                  />
                )}
              </span>
            ))}
            {names.length > 0 && !locked && field(names.length, null)}
          </dd>
        </>
      )}
      <dt>{t('attendance:for.deputy')}</dt>
      <dd>
        <InlineChoice
          label={t('attendance:for.deputy')}
          required
          value={servingFor(view, person) ?? ''}
          options={[
            { value: '', label: t('attendance:for.noSeat') },
            ...seats.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onSave={(seat) => serve(view, person, seat === '' ? null : seat)}
        />
      </dd>
      <dt>{t('attendance:for.votes')}</dt>
      <dd>
        <InlineChoice
          label={t('attendance:for.votes')}
          required
          value={person.voting ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('attendance:for.yes') },
            { value: 'no', label: t('attendance:for.no') },
          ]}
          onSave={(value) => change('attendance.setVoting', { ids: [id], voting: value === 'yes' })}
        />
      </dd>
    </>
  )
}
