/** One event, and one assignment: what the texts say of it, and who has a part in it. */
import { Link } from 'wouter'
import type { EventView, PartyView } from '#contract/register-pages.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { addingPart } from './acts.ts'
import { AddFact, PartMenu, useEditing, type Editing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntryList, EventDay, Money, Parties } from './fact-lists.tsx'
import type { PartOf } from './form-rules.ts'
import { useMoved } from './moved.ts'
import { NotSaid, Quotes, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'

function PartySection({ of, parties, editing }: { of: PartOf; parties: readonly PartyView[]; editing: Editing }) {
  const t = useT()
  return (
    <Section
      id="parties"
      title={t('register:parties')}
      count={parties.length}
      action={<AddFact editing={editing} act={addingPart(of)} />}
    >
      {parties.length === 0 ? (
        <NotSaid />
      ) : (
        <Parties parties={parties} menu={(part) => <PartMenu of={of} part={part} editing={editing} />} />
      )}
    </Section>
  )
}

/** Events that turned out to be this one; each can be taken out again. */
function MergedSection({ merged }: { merged: EventView['merged'] }) {
  const t = useT()
  const language = useLanguage()
  const separate = useWrite('events.separate')
  if (merged.length === 0) return null
  return (
    <Section id="merged" title={t('register:mergedEvents')} count={merged.length}>
      <ul className="reg-facts">
        {merged.map(({ id, title, from }) => (
          <li key={id}>
            <span>{title}</span>
            <Button
              look="bare"
              busy={separate.isPending}
              aria-label={t('register:separateNamed', { name: title })}
              onClick={() =>
                separate.mutate({ id }, { onSuccess: () => announce(t('register:said.separated', { name: title })) })
              }
            >
              {t('register:separate')}
            </Button>
            <small className="reg-under">{from === null ? <Unknown /> : shortDate(from, language)}</small>
          </li>
        ))}
      </ul>
      <ErrorMessage error={separate.error} />
    </Section>
  )
}

export function EventPage({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { data: view, error } = useRead('events.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'event', id, name: view?.title ?? '' },
    view === undefined ? null : { form: 'event', event: view },
  )
  useMoved('event', id, view?.id)
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  return (
    <div className="reg-page">
      <EntityHead
        kind="event"
        id={id}
        name={view.title}
        about={<EventDay event={view} language={language} />}
        more={editing.entries}
      />
      <div className="reg-columns">
        <div>
          <Section id="says" title={t('register:says')} count={view.evidence.length}>
            <Quotes quotes={view.evidence} names={[view.title]} />
          </Section>
        </div>
        <div>
          <PartySection of="event" parties={view.parties} editing={editing} />
          {view.bodyId !== null && view.body !== null && (
            <Section id="body" title={t('register:heldBy')}>
              <EntryList kind="body" entries={[{ id: view.bodyId, name: view.body }]} />
            </Section>
          )}
          <MergedSection merged={view.merged} />
          {view.meetingId !== null && (
            <Section id="meeting" title={t('register:meetings')}>
              <Link href={meetingPath(view.meetingId)} className="link">
                {t('register:toMeeting')}
              </Link>
            </Section>
          )}
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}

export function AssignmentPage({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { data: view, error } = useRead('assignments.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'assignment', id, name: view?.title ?? '' },
    view === undefined ? null : { form: 'assignment', assignment: view },
  )
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  const day = (iso: string | null) => (iso === null ? <Unknown /> : shortDate(iso, language))
  return (
    <div className="reg-page">
      <EntityHead
        kind="assignment"
        id={id}
        name={view.title}
        about={t(`register:assignment.${view.type}`)}
        more={editing.entries}
      />
      <div className="reg-columns">
        <div>
          {view.text !== '' && (
            <Section id="text" title={t('register:assignmentText')}>
              <p className="record reg-text">{view.text}</p>
            </Section>
          )}
          <Section id="says" title={t('register:says')} count={view.evidence.length}>
            <Quotes quotes={view.evidence} names={view.parties.map(({ name }) => name)} />
          </Section>
        </div>
        <div>
          <PartySection of="assignment" parties={view.parties} editing={editing} />
          <Section id="money" title={t('register:money')} count={view.amounts.length}>
            {view.amounts.length === 0 ? <NotSaid /> : <Money amounts={view.amounts} />}
          </Section>
          <Section id="days" title={t('register:deadline')}>
            <dl className="reg-terms">
              <dt>{t('register:issuedLabel')}</dt>
              <dd>{day(view.issued)}</dd>
              <dt>{t('register:dueLabel')}</dt>
              <dd>{day(view.due)}</dd>
            </dl>
          </Section>
          <Section id="theme" title={t('register:serves')}>
            {view.themeId === null || view.theme === null ? (
              <NotSaid />
            ) : (
              <EntryList kind="theme" entries={[{ id: view.themeId, name: view.theme }]} />
            )}
          </Section>
        </div>
      </div>
      {editing.dialog}
    </div>
  )
}
