/** One organisation on the day: its people, what it has been charged with, its meetings, posts, ties and names. */
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { typeWords } from '../../i18n/type-words.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { AssessmentSection, ContactSection, InteractionSection } from './about-sections.tsx'
import { adding } from './acts.ts'
import { AddFact, RoleMenu, useEditing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntryList } from './fact-lists.tsx'
import { AssignmentSection, EventSection, SourceSection, TieSection } from './fact-sections.tsx'
import { useMoved } from './moved.ts'
import { EarlierSection, NameSection } from './name-section.tsx'
import { Meetings, Quotes, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'
import { RoleList } from './role-list.tsx'
import { SameSection } from './same-section.tsx'

export function OrganisationPage({ id }: { id: string }) {
  const t = useT()
  const clock = useClock()
  const language = useLanguage()
  const { data: view, error } = useRead('organisations.get', { id, ...clock }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'organisation', id, name: view?.name ?? '' },
    view === undefined || clock.knownAt !== undefined ? null : { form: 'organisation', organisation: view },
  )
  useMoved('organisation', id, view?.id)
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const people = new Set(view.roles.map((role) => role.personId).filter((one) => one !== null)).size
  return (
    <div className="reg-page">
      <EntityHead
        kind="organisation"
        id={id}
        name={view.name}
        about={[
          view.type === null ? t('register:typeUnknown') : typeWords(t, view.type),
          t('register:people', { count: people }),
          t('register:inMeetings', { count: view.meetings.length }),
          view.dissolvedOn === null ? null : t('register:dissolved', { day: shortDate(view.dissolvedOn, language) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        more={editing.entries}
      />
      <div className="reg-columns">
        <div>
          <Section
            id="roles"
            title={t('register:peopleAndRoles')}
            count={view.roles.length}
            action={<AddFact editing={editing} act={adding.role} />}
          >
            <RoleList roles={view.roles} self={id} menu={(role) => <RoleMenu role={role} editing={editing} />} />
          </Section>
          <AssignmentSection assignments={view.assignments} editing={editing} />
          {view.evidence.length > 0 && (
            <Section id="entry" title={t('register:entrySays')} count={view.evidence.length}>
              <Quotes quotes={view.evidence} names={view.names} />
            </Section>
          )}
          <Section id="says" title={t('register:says')} count={view.mentions.length}>
            <Quotes quotes={view.mentions} names={view.names} />
          </Section>
        </div>
        <div>
          <SameSection kind="body" same={view.same} bodyId={view.same?.id ?? ''} />
          <NameSection owner="organisation" shown={view.name} names={view.spellings} editing={editing} />
          {view.posts.length > 0 && (
            <Section
              id="posts"
              title={t('register:posts')}
              count={view.posts.length}
              action={<AddFact editing={editing} act={adding.post} />}
            >
              <EntryList kind="post" entries={view.posts} />
            </Section>
          )}
          {view.bodies.length > 0 && (
            <Section id="bodies" title={t('register:children')} count={view.bodies.length}>
              <EntryList kind="body" entries={view.bodies} />
            </Section>
          )}
          <TieSection ties={view.ties} editing={editing} />
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings meetings={view.meetings} />
          </Section>
          <EventSection events={view.events} editing={editing} />
          <ContactSection contacts={view.contacts} editing={editing} />
          <InteractionSection interactions={view.interactions} editing={editing} />
          <AssessmentSection assessments={view.assessments} editing={editing} />
          <EarlierSection earlier={view.earlier} />
          <SourceSection sources={view.sources} />
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}
