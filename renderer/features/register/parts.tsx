/** Sections that the three kinds of page share. */
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { BodyView } from '#contract/register-pages.ts'
import type { Evidence } from '#contract/register.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { EvidenceLink, meetingPath } from '../../ui/source-link.tsx'
import { marked } from './facts.ts'

export function Section({
  id,
  title,
  count,
  action,
  children,
}: {
  id: string
  title: string
  count?: number
  /** Stands at the end of the heading's line. */
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="reg-section" aria-labelledby={`reg-${id}`}>
      <h2 className="heading" id={`reg-${id}`}>
        {title} {count !== undefined && count > 0 && <span className="count">{count}</span>}
      </h2>
      {action !== undefined && <div className="reg-section-do">{action}</div>}
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

/** Decisions and actions of minutes, each in the record's face with its place; the first few, then all. */
export function Records({ records }: { records: readonly { text: string; due: string | null; evidence: Evidence }[] }) {
  const t = useT()
  const [all, setAll] = useState(false)
  const shown = all ? records : records.slice(0, firstQuotes)
  return (
    <>
      {shown.map((one, index) => (
        <blockquote key={index} className="evidence">
          <p className="quote">{one.text}</p>
          <EvidenceLink place={one.evidence} />
          {one.due !== null && <span className="fact-mark">{t('register:dueText', { due: one.due })}</span>}
        </blockquote>
      ))}
      {records.length > shown.length && (
        <div className="reg-more">
          <Button look="bare" onClick={() => setAll(true)}>
            {t('register:showAll', { count: records.length })}
          </Button>
        </div>
      )}
    </>
  )
}
