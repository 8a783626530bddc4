/** Sections that the three kinds of page share. */
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { BodyView } from '#contract/register-pages.ts'
import type { Evidence, Role } from '#contract/register.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { EvidenceLink, meetingPath } from '../../ui/source-link.tsx'
import { endsOf, marked } from './facts.ts'
import { registerPath } from './kinds.ts'

export function Section({
  id,
  title,
  count,
  children,
}: {
  id: string
  title: string
  count?: number
  children: ReactNode
}) {
  return (
    <section className="reg-section" aria-labelledby={`reg-${id}`}>
      <h2 className="heading" id={`reg-${id}`}>
        {title} {count !== undefined && count > 0 && <span className="count">{count}</span>}
      </h2>
      {children}
    </section>
  )
}

/** Nothing that a text says. */
export function NotSaid() {
  return (
    <p className="reg-unknown">
      <Unknown />
    </p>
  )
}

/** A few pieces of evidence as links; the rest are counted and can be shown. */
export function Sources({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useT()
  const [all, setAll] = useState(false)
  if (evidence.length === 0) return <span className="small text-3">{t('source.own')}</span>
  const shown = all ? evidence : evidence.slice(0, 2)
  return (
    <span className="reg-sources">
      {shown.map((one, index) => (
        <EvidenceLink key={index} place={one} />
      ))}
      {!all && evidence.length > shown.length && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t('register:moreSources', { count: evidence.length - shown.length })}
        </button>
      )}
    </span>
  )
}

/** Every role that a text gives, with whom or what it ties to. */
export function Roles({ roles, self }: { roles: readonly Role[]; self: string }) {
  const t = useT()
  if (roles.length === 0) return <NotSaid />
  return (
    <ul className="reg-facts">
      {roles.map((role) => (
        <li key={role.id} className="reg-role">
          <span className="reg-role-what">{role.role ?? <Unknown>{t('register:roleUnknown')}</Unknown>}</span>
          <span className="reg-role-ends">
            {role.organisationId === null && role.bodyId === null && role.personId === self && (
              <span className="text-3">{t('register:inMeetings', { count: role.evidence.length })}</span>
            )}
            {endsOf(role, self).map((end) => (
              <Link key={end.id} href={registerPath(end.kind, end.id)} className="reg-end">
                <KindIcon kind={end.kind} named />
                {end.name}
              </Link>
            ))}
          </span>
          <Sources evidence={role.evidence} />
        </li>
      ))}
    </ul>
  )
}

const firstQuotes = 6

/** Sentences that name somebody, in the record's own face, with the name marked. */
export function Quotes({ quotes, names }: { quotes: readonly Evidence[]; names: readonly string[] }) {
  const t = useT()
  const [all, setAll] = useState(false)
  if (quotes.length === 0) return <NotSaid />
  const shown = all ? quotes : quotes.slice(0, firstQuotes)
  return (
    <>
      {shown.map((one, index) => (
        <blockquote key={index} className="evidence">
          <p className="quote">
            {marked(one.quote, names).map((piece, place) =>
              piece.marked ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>,
            )}
          </p>
          <EvidenceLink place={one} />
        </blockquote>
      ))}
      {quotes.length > shown.length && (
        <div className="reg-more">
          <Button look="bare" onClick={() => setAll(true)}>
            {t('register:showAll', { count: quotes.length })}
          </Button>
        </div>
      )}
    </>
  )
}

/** Meetings with how many people of theirs were there. */
export function Meetings({ meetings }: { meetings: BodyView['meetings'] }) {
  const t = useT()
  const language = useLanguage()
  if (meetings.length === 0) return <NotSaid />
  return (
    <ul className="reg-facts">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <Link href={meetingPath(meeting.meetingId)} className="reg-meeting">
            <KindIcon kind="meeting" />
            <span className="medium">{meeting.date === null ? <Unknown /> : longDate(meeting.date, language)}</span>
          </Link>
          <span className="reg-aside">{t('register:people', { count: meeting.people })}</span>
          <small className="reg-under record">{meeting.title}</small>
        </li>
      ))}
    </ul>
  )
}
