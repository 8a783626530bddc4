/** One theme: its place among the others, what has been ordered for it, by whom, and which groups work on it. */
import { Link } from 'wouter'
import type { ThemeView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { adding } from './acts.ts'
import { AddFact, TieMenu, useEditing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { AssignmentList, EntryLink, themeName, TieList } from './fact-lists.tsx'
import { SourceSection, ThemeSection } from './fact-sections.tsx'
import { registerPath } from './kinds.ts'
import { NotSaid, Quotes, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'

/** Organisations with what each has been given to do, how it takes part, and which groups its people sit in. */
function Organisations({ view }: { view: ThemeView }) {
  const t = useT()
  const titles = new Map(view.assignments.map(({ id, title }) => [id, title]))
  return (
    <ul className="fact-list">
      {view.organisations.map((one) => (
        <li key={one.id} className="fact fact-wide">
          <EntryLink kind="organisation" id={one.id}>
            {one.name}
          </EntryLink>
          <ul className="fact-parts">
            {one.parts.map((part, index) => (
              <li key={index}>
                <Link href={registerPath('assignment', part.assignmentId)} className="link">
                  {titles.get(part.assignmentId)}
                </Link>
                <span className="reg-aside">{t(`register:party.${part.role}`)}</span>
              </li>
            ))}
            {one.through.map(({ bodyId, body, people }) => (
              <li key={bodyId}>
                <Link href={registerPath('body', bodyId)} className="link">
                  {body}
                </Link>
                <span className="reg-aside">
                  {people.map((person, index) => (
                    <span key={person.id}>
                      {index > 0 && ', '}
                      <Link href={registerPath('person', person.id)} className="link">
                        {person.name}
                      </Link>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

export function ThemePage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('themes.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'theme', id, name: view === undefined ? '' : themeName(view) },
    view === undefined ? null : { form: 'theme', theme: view },
  )
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  return (
    <div className="reg-page">
      <EntityHead
        kind="theme"
        id={id}
        name={view.title}
        shown={themeName(view)}
        about={[t(`register:theme.${view.type}`), ...view.above.map(themeName)].join(' · ')}
        more={editing.entries}
      />
      <div className="reg-columns">
        <div>
          <ThemeSection id="objectives" title={t('register:objectives')} themes={view.children} editing={editing} />
          <Section id="organisations" title={t('register:workingOn')} count={view.organisations.length}>
            {view.organisations.length === 0 ? <NotSaid /> : <Organisations view={view} />}
          </Section>
          <Section
            id="assignments"
            title={t('register:assignments')}
            count={view.assignments.length}
            action={<AddFact editing={editing} act={adding.assignment} />}
          >
            {view.assignments.length === 0 ? <NotSaid /> : <AssignmentList assignments={view.assignments} theme={id} />}
          </Section>
          {view.evidence.length > 0 && (
            <Section id="says" title={t('register:says')} count={view.evidence.length}>
              <Quotes quotes={view.evidence} names={[view.title]} />
            </Section>
          )}
        </div>
        <div>
          <Section id="place" title={t('register:under')}>
            {view.above.length === 0 && view.bodyId === null ? (
              <NotSaid />
            ) : (
              <ul className="reg-facts">
                {view.above.map((theme) => (
                  <li key={theme.id}>
                    <EntryLink kind="theme" id={theme.id}>
                      {themeName(theme)}
                    </EntryLink>
                  </li>
                ))}
                {view.bodyId !== null && view.body !== null && (
                  <li>
                    <EntryLink kind="body" id={view.bodyId}>
                      {view.body}
                    </EntryLink>
                  </li>
                )}
              </ul>
            )}
          </Section>
          <Section
            id="groups"
            title={t('register:groupsOn')}
            count={view.ties.length}
            action={<AddFact editing={editing} act={adding.tie} />}
          >
            {view.ties.length === 0 ? (
              <NotSaid />
            ) : (
              <TieList ties={view.ties} menu={(tie) => <TieMenu tie={tie} editing={editing} />} />
            )}
          </Section>
          <SourceSection sources={view.sources} />
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}
