/** One organisation: its people, the meetings they were at, its names, and what the record says. */
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { EntityHead } from './entity-head.tsx'
import { quotesOf } from './facts.ts'
import { Meetings, Quotes, Roles, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'

export function OrganisationPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('organisations.get', { id }, { keepPrevious: true })
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const quotes = quotesOf(view.mentions, view.roles)
  const people = new Set(view.roles.map((role) => role.personId).filter((one) => one !== null)).size
  return (
    <div className="reg-page">
      <EntityHead
        kind="organisation"
        id={id}
        name={view.name}
        about={`${t('register:people', { count: people })} · ${t('register:inMeetings', { count: view.meetings.length })}`}
      />
      <div className="reg-columns">
        <div>
          <Section id="roles" title={t('register:peopleAndRoles')} count={view.roles.length}>
            <Roles roles={view.roles} self={id} />
          </Section>
          <Section id="says" title={t('register:says')} count={quotes.length}>
            <Quotes quotes={quotes} names={view.names} />
          </Section>
        </div>
        <div>
          <Section id="names" title={t('register:names')} count={view.names.length}>
            <ul className="reg-facts">
              {view.names.map((name) => (
                <li key={name}>
                  <span className="quote">{name}</span>
                  {name === view.name && <span className="reg-aside">{t('register:shown')}</span>}
                </li>
              ))}
            </ul>
          </Section>
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings meetings={view.meetings} />
          </Section>
        </div>
      </div>
    </div>
  )
}
