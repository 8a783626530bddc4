/** One group or programme: what it belongs to, what belongs to it, who holds which role, its meetings. */
import { Link } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { EntityHead } from './entity-head.tsx'
import { quotesOf } from './facts.ts'
import { registerPath } from './kinds.ts'
import { Meetings, NotSaid, Quotes, Roles, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'

export function BodyPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('bodies.get', { id }, { keepPrevious: true })
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const quotes = quotesOf([], view.roles)
  const people = view.roles.map((role) => role.person).filter((name) => name !== null)
  return (
    <div className="reg-page">
      <EntityHead
        kind="body"
        id={id}
        name={view.name}
        about={view.type ?? <Unknown>{t('register:typeUnknown')}</Unknown>}
      />
      <div className="reg-columns">
        <div>
          <Section id="roles" title={t('register:peopleAndRoles')} count={view.roles.length}>
            <Roles roles={view.roles} self={id} />
          </Section>
          {quotes.length > 0 && (
            <Section id="says" title={t('register:says')} count={quotes.length}>
              <Quotes quotes={quotes} names={[...people, view.name]} />
            </Section>
          )}
        </div>
        <div>
          <Section id="place" title={t('register:under')}>
            {view.parentId === null || view.parent === null ? (
              <NotSaid />
            ) : (
              <ul className="reg-facts">
                <li>
                  <Link href={registerPath('body', view.parentId)} className="reg-end">
                    <KindIcon kind="body" />
                    {view.parent}
                  </Link>
                </li>
              </ul>
            )}
          </Section>
          {view.children.length > 0 && (
            <Section id="children" title={t('register:children')} count={view.children.length}>
              <ul className="reg-facts">
                {view.children.map((child) => (
                  <li key={child.id}>
                    <Link href={registerPath('body', child.id)} className="reg-end">
                      <KindIcon kind="body" />
                      {child.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="meetings" title={t('register:meetings')} count={view.meetings.length}>
            <Meetings meetings={view.meetings} />
          </Section>
        </div>
      </div>
    </div>
  )
}
