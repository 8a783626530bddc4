/** One group or programme on the day: members over time, what it has taken on, what it belongs to, its meetings. */
import type { BodyView } from '#contract/register-pages.ts'
import type { Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { typeWords } from '../../i18n/type-words.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { Unknown } from '../../ui/marks.tsx'
import { adding } from './acts.ts'
import { AddFact, RoleMenu, useEditing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntryLink, EntryList } from './fact-lists.tsx'
import { AssignmentSection, EventSection, SourceSection, ThemeSection, TieSection } from './fact-sections.tsx'
import { useMoved } from './moved.ts'
import { EarlierSection, NameSection } from './name-section.tsx'
import { Meetings, NotSaid, Quotes, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'
import { RoleList } from './role-list.tsx'
import { SameSection } from './same-section.tsx'
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
  const clock = useClock()
  const { data: view, error } = useRead('bodies.get', { id, ...clock }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'body', id, name: view?.name ?? '' },
    view === undefined || clock.knownAt !== undefined ? null : { form: 'body', body: view },
  )
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
        // The map has one node for the two.
        {...(view.same === null ? {} : { mapId: view.same.id })}
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
            action={<AddFact editing={editing} act={adding.role} />}
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
          <ThemeSection id="challenges" title={t('register:challenges')} themes={view.challenges} editing={editing} />
          <ThemeSection id="areas" title={t('register:areas')} themes={view.areas} editing={editing} />
          {view.evidence.length > 0 && (
            <Section id="says" title={t('register:says')} count={view.evidence.length}>
              <Quotes quotes={view.evidence} names={view.names} />
            </Section>
          )}
        </div>
        <div>
          <SameSection kind="organisation" same={view.same} bodyId={id} />
          <Section id="place" title={t('register:under')}>
            <Place view={view} />
          </Section>
          {view.children.length > 0 && (
            <Section id="children" title={t('register:children')} count={view.children.length}>
              <EntryList kind="body" entries={view.children} />
            </Section>
          )}
          <NameSection owner="body" shown={view.name} names={view.spellings} editing={editing} />
          <TieSection ties={view.ties} editing={editing} />
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings meetings={view.meetings} />
          </Section>
          <EventSection events={view.events} editing={editing} />
          <AssignmentSection assignments={view.assignments} editing={editing} />
          <EarlierSection earlier={view.earlier} />
          <SourceSection sources={view.sources} />
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}
