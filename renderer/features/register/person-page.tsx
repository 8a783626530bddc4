/** One person: names as they stand, roles, meetings, and what the record says. */
import { Link } from 'wouter'
import type { PersonView } from '#contract/register-pages.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { EvidenceLink, meetingPath } from '../../ui/source-link.tsx'
import { EntityHead } from './entity-head.tsx'
import { quotesOf, rolesOfPerson, summary } from './facts.ts'
import { NotSaid, Quotes, Roles, Section, Sources } from './parts.tsx'
import { Timeline } from './timeline.tsx'

function Names({ view }: { view: PersonView }) {
  const t = useT()
  return (
    <ul className="reg-facts">
      {view.names.map((one) => (
        <li key={one.text}>
          <span className="quote">{one.text}</span>
          <span className="reg-aside">
            {one.text === view.name ? t('register:shown') : t('register:places', { count: one.count })}
          </span>
          <small className="reg-under">
            <Sources evidence={one.evidence} />
          </small>
        </li>
      ))}
    </ul>
  )
}

function Meetings({ view }: { view: PersonView }) {
  const t = useT()
  const language = useLanguage()
  if (view.meetings.length === 0) return <NotSaid />
  const status: Record<string, string> = {
    present: t('register:status.present'),
    absent: t('register:status.absent'),
    excused: t('register:status.excused'),
  }
  return (
    <ul className="reg-facts">
      {view.meetings.map((one) => (
        <li key={one.meetingId}>
          <Link href={meetingPath(one.meetingId)} className="reg-meeting">
            <KindIcon kind="meeting" />
            <span className="medium">{one.date === null ? <Unknown /> : longDate(one.date, language)}</span>
          </Link>
          <span className="reg-aside">{status[one.status] ?? <Unknown>{t('register:status.unknown')}</Unknown>}</span>
          <small className="reg-under">
            {[one.capacity, one.organisation].filter((part) => part !== null).join(', ') || (
              <Unknown>{t('register:capacityUnknown')}</Unknown>
            )}
            {one.evidence !== null && (
              <>
                {' · '}
                <EvidenceLink place={{ ...one.evidence, meetingDate: null, sourceName: null }} />
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

export function PersonPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('people.get', { id }, { keepPrevious: true })
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const roles = rolesOfPerson(view)
  const quotes = quotesOf(view.mentions, roles)
  return (
    <div className="reg-page">
      <EntityHead
        kind="person"
        id={id}
        name={view.name}
        about={summary(view) ?? <Unknown>{t('register:noRole')}</Unknown>}
      />
      <div className="reg-columns">
        <div>
          <Section id="roles" title={t('register:roles')} count={roles.length}>
            <Timeline roles={roles} />
            <Roles roles={roles} self={id} />
          </Section>
          <Section id="says" title={t('register:says')} count={quotes.length}>
            <Quotes quotes={quotes} names={view.names.map(({ text }) => text)} />
          </Section>
        </div>
        <div>
          <Section id="names" title={t('register:names')} count={view.names.length}>
            <Names view={view} />
          </Section>
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings view={view} />
          </Section>
        </div>
      </div>
    </div>
  )
}

/** The address names nobody any more. */
export function Lost({ error }: { error: unknown }) {
  return (
    <div className="page">
      <ErrorMessage error={error} />
    </div>
  )
}
