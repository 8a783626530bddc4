/** One person on the day: roles in time, what minutes have them say, decide and promise, ties, names and sources. */
import { Link } from 'wouter'
import type { PersonView } from '#contract/register-pages.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { EvidenceLink, meetingPath } from '../../ui/source-link.tsx'
import { ContactSection, AssessmentSection, InteractionSection } from './about-sections.tsx'
import { PersonRights } from '../privacy/person-rights.tsx'
import { EntityHead } from './entity-head.tsx'
import { AssignmentSection, EventSection, SourceSection, TieSection } from './fact-sections.tsx'
import { adding } from './acts.ts'
import { AddFact, RoleMenu, useEditing, type Editing } from './editing.tsx'
import { rolesOfPerson, summary } from './facts.ts'
import { useMoved } from './moved.ts'
import { NameSection } from './name-section.tsx'
import { NotSaid, Quotes, Records, Section, Sources } from './parts.tsx'
import { RoleList } from './role-list.tsx'
import { Timeline } from './timeline.tsx'

function Names({ view, editing }: { view: PersonView; editing: Editing }) {
  const t = useT()
  const written = new Map(view.names.map((one) => [one.text, one]))
  return (
    <NameSection
      owner="person"
      shown={view.name}
      names={view.spellings}
      editing={editing}
      count={(name) => t('register:places', { count: written.get(name)?.count ?? 0 })}
      under={(name) => <Sources evidence={written.get(name)?.evidence ?? []} />}
    />
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

/** What minutes have of the person; a part without anything is left out, the sentences are always there. */
function Record({ view }: { view: PersonView }) {
  const t = useT()
  const names = view.names.map(({ text }) => text)
  return (
    <>
      {view.said.length > 0 && (
        <Section id="said" title={t('register:said_')} count={view.said.length}>
          <Quotes quotes={view.said} names={names} />
        </Section>
      )}
      {view.promised.length > 0 && (
        <Section id="promised" title={t('register:promised')} count={view.promised.length}>
          <Records records={view.promised} />
        </Section>
      )}
      <Section id="says" title={t('register:says')} count={view.mentions.length}>
        <Quotes quotes={view.mentions} names={names} />
      </Section>
      {view.decided.length > 0 && (
        <Section id="decided" title={t('register:decided')} count={view.decided.length}>
          <p className="small text-3 reg-note">{t('register:decidedNote')}</p>
          <Records records={view.decided} />
        </Section>
      )}
    </>
  )
}

export function PersonPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('people.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing({ kind: 'person', id, name: view?.name ?? '' })
  useMoved('person', id, view?.id)
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const roles = rolesOfPerson(view)
  return (
    <div className="reg-page">
      <EntityHead
        kind="person"
        id={id}
        name={view.name}
        about={
          summary({
            ...view,
            roles: view.roles.filter(({ standing }) => standing === 'holds' || standing === 'possible'),
          }) ??
          summary(view) ?? <Unknown>{t('register:noRole')}</Unknown>
        }
        more={editing.entries}
      />
      {view.status !== 'active' && (
        <div className="reg-note">
          <Message tone="info">{t(`register:personStatus.${view.status}`)}</Message>
        </div>
      )}
      <div className="reg-columns">
        <div>
          <Section
            id="roles"
            title={t('register:roles')}
            count={roles.length}
            action={<AddFact editing={editing} act={adding.role} />}
          >
            <Timeline roles={roles} asOf={view.asOf} />
            <RoleList roles={roles} self={id} menu={(role) => <RoleMenu role={role} editing={editing} />} />
          </Section>
          <Record view={view} />
        </div>
        <div>
          <Names view={view} editing={editing} />
          <ContactSection contacts={view.contacts} editing={editing} />
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings view={view} />
          </Section>
          <TieSection ties={view.ties} editing={editing} />
          <EventSection events={view.events} editing={editing} />
          <AssignmentSection assignments={view.assignments} editing={editing} />
          <InteractionSection interactions={view.interactions} editing={editing} />
          <AssessmentSection assessments={view.assessments} editing={editing} />
          <SourceSection sources={view.sources} />
          <PersonRights id={id} name={view.name} status={view.status} />
        </div>
      </div>
      {editing.dialog}
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
