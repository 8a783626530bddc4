/** One group or programme on the day: members over time, what it has taken on, what it belongs to, its meetings. */
import type { BodyView } from '#contract/register-pages.ts'
import type { Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { typeWords } from '../../i18n/type-words.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { Unknown } from '../../ui/marks.tsx'
import { AddFact, AddRole, RoleMenu, TieMenu, useEditing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { AssignmentList, EntryLink, EntryList, EventList, SourceList, ThemeList, TieList } from './fact-lists.tsx'
import { useMoved } from './moved.ts'
import { Meetings, NotSaid, Quotes, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'
import { RoleList } from './role-list.tsx'
import { Timeline } from './timeline.tsx'

/** Who speaks for the group and who answers for it stand before the other members. */
function parted(roles: readonly Role[]) {
  const speaks = (role: Role) => /champion|talesperson|spokesperson/iu.test(role.role ?? '')
  const contact = (role: Role) => /kontaktperson|sammankallande|contact|convener/iu.test(role.role ?? '')
  return {
    champions: roles.filter(speaks),
    contacts: roles.filter((role) => !speaks(role) && contact(role)),
    others: roles.filter((role) => !speaks(role) && !contact(role)),
  }
}

function Place({ view }: { view: BodyView }) {
  if (view.parentId === null && view.organisationId === null) return <NotSaid />
  return (
    <ul className="reg-facts">
      {view.parentId !== null && (
        <li>
          <EntryLink kind="body" id={view.parentId}>
            {view.parent}
          </EntryLink>
        </li>
      )}
      {view.organisationId !== null && (
        <li>
          <EntryLink kind="organisation" id={view.organisationId}>
            {view.organisation}
          </EntryLink>
        </li>
      )}
    </ul>
  )
}

export function BodyPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('bodies.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing({ kind: 'body', id, name: view?.name ?? '' })
  useMoved('body', id, view?.id)
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const { champions, contacts, others } = parted(view.roles)
  const menu = (role: Role) => <RoleMenu role={role} editing={editing} />
  return (
    <div className="reg-page">
      <EntityHead
        kind="body"
        id={id}
        name={view.name}
        about={
          <>
            {view.type === null ? <Unknown>{t('register:typeUnknown')}</Unknown> : typeWords(t, view.type)}
            {view.targetSize !== null && ` · ${t('register:targetSize', { size: view.targetSize })}`}
          </>
        }
        more={editing.entries}
      />
      <div className="reg-columns">
        <div>
          {view.mandate !== null && (
            <Section id="mandate" title={t('register:mandate')}>
              <p className="record reg-text">{view.mandate}</p>
            </Section>
          )}
          <Section
            id="roles"
            title={t('register:peopleAndRoles')}
            count={view.roles.length}
            action={<AddRole editing={editing} />}
          >
            <Timeline roles={view.roles} by="person" asOf={view.asOf} />
            {champions.length > 0 && (
              <>
                <h3 className="reg-sub">{t('register:champions')}</h3>
                <RoleList roles={champions} self={id} menu={menu} />
              </>
            )}
            {contacts.length > 0 && (
              <>
                <h3 className="reg-sub">{t('register:contactPeople')}</h3>
                <RoleList roles={contacts} self={id} menu={menu} />
              </>
            )}
            {(others.length > 0 || view.roles.length === 0) && (
              <>
                {others.length < view.roles.length && <h3 className="reg-sub">{t('register:otherMembers')}</h3>}
                <RoleList roles={others} self={id} menu={menu} />
              </>
            )}
          </Section>
          {view.challenges.length > 0 && (
            <Section
              id="challenges"
              title={t('register:challenges')}
              count={view.challenges.length}
              action={
                <AddFact editing={editing} what={{ form: 'theme', theme: null }} labelKey="register:form.addTheme" />
              }
            >
              <ThemeList themes={view.challenges} />
            </Section>
          )}
          {view.areas.length > 0 && (
            <Section
              id="areas"
              title={t('register:areas')}
              count={view.areas.length}
              action={
                <AddFact editing={editing} what={{ form: 'theme', theme: null }} labelKey="register:form.addTheme" />
              }
            >
              <ThemeList themes={view.areas} />
            </Section>
          )}
          {view.evidence.length > 0 && (
            <Section id="says" title={t('register:says')} count={view.evidence.length}>
              <Quotes quotes={view.evidence} names={view.names} />
            </Section>
          )}
        </div>
        <div>
          <Section id="place" title={t('register:under')}>
            <Place view={view} />
          </Section>
          {view.children.length > 0 && (
            <Section id="children" title={t('register:children')} count={view.children.length}>
              <EntryList kind="body" entries={view.children} />
            </Section>
          )}
          {view.ties.length > 0 && (
            <Section id="ties" title={t('register:ties')} count={view.ties.length}>
              <TieList ties={view.ties} menu={(tie) => <TieMenu tie={tie} editing={editing} />} />
            </Section>
          )}
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings meetings={view.meetings} />
          </Section>
          {view.events.length > 0 && (
            <Section
              id="events"
              title={t('register:events')}
              count={view.events.length}
              action={
                <AddFact editing={editing} what={{ form: 'event', event: null }} labelKey="register:form.addEvent" />
              }
            >
              <EventList events={view.events} />
            </Section>
          )}
          {view.assignments.length > 0 && (
            <Section
              id="assignments"
              title={t('register:assignments')}
              count={view.assignments.length}
              action={
                <AddFact
                  editing={editing}
                  what={{ form: 'assignment', assignment: null }}
                  labelKey="register:form.addAssignment"
                />
              }
            >
              <AssignmentList assignments={view.assignments} />
            </Section>
          )}
          <Section id="sources" title={t('register:sources')} count={view.sources.length}>
            {view.sources.length === 0 ? <NotSaid /> : <SourceList sources={view.sources} />}
          </Section>
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}
