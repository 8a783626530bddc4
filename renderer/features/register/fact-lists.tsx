/** Ties, events, assignments, themes and texts as short lists, the same on every page. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AssignmentRow, EventRow, PartyView, Tie } from '#contract/register-pages.ts'
import type { RegisterKind } from '#contract/register.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { sourcePath } from '../../ui/source-link.tsx'
import { daysWords } from './days.ts'
import { registerPath } from './kinds.ts'
import { Says } from './says.tsx'

/** A link to an entry with its shape. */
export function EntryLink({ kind, id, children }: { kind: RegisterKind; id: string; children: ReactNode }) {
  return (
    <Link href={registerPath(kind, id)} className="reg-end">
      <KindIcon kind={kind} />
      <span>{children}</span>
    </Link>
  )
}

export function EntryList({ kind, entries }: { kind: RegisterKind; entries: readonly { id: string; name: string }[] }) {
  return (
    <ul className="reg-facts">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLink kind={kind} id={entry.id}>
            {entry.name}
          </EntryLink>
        </li>
      ))}
    </ul>
  )
}

export type ThemeRef = { id: string; code: string | null; title: string }
export const themeName = ({ code, title }: ThemeRef) => (code === null ? title : `${code} ${title}`)

export function ThemeList({ themes }: { themes: readonly ThemeRef[] }) {
  return <EntryList kind="theme" entries={themes.map((theme) => ({ id: theme.id, name: themeName(theme) }))} />
}

export function TieList({ ties, menu }: { ties: readonly Tie[]; menu?: (tie: Tie) => ReactNode }) {
  const t = useT()
  const language = useLanguage()
  return (
    <ul className="fact-list">
      {ties.map((tie) => {
        const words = tie.label ?? t(`register:tie.${tie.type}.${tie.outward ? 'out' : 'in'}`)
        const days = daysWords(tie.span, t, language)
        return (
          <li key={tie.id} className="fact" data-standing={tie.standing}>
            <div className="fact-what">
              <span className="reg-role-what">{words}</span>
              {days !== null && <small className="fact-days">{days}</small>}
            </div>
            <EntryLink kind={tie.otherKind} id={tie.otherId}>
              {tie.other}
            </EntryLink>
            <div className="fact-do">{menu?.(tie)}</div>
            <div className="fact-says">
              <Says evidence={tie.evidence} of={`${words} ${tie.other}`} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

export function EventList({ events }: { events: readonly EventRow[] }) {
  const t = useT()
  const language = useLanguage()
  return (
    <ul className="reg-facts">
      {events.map((event) => (
        <li key={event.id}>
          <EntryLink kind="event" id={event.id}>
            {event.title}
          </EntryLink>
          <span className="reg-aside">{event.role === null ? null : t(`register:party.${event.role}`)}</span>
          <small className="reg-under">
            <EventDay event={event} language={language} />
          </small>
        </li>
      ))}
    </ul>
  )
}

/** The day of an event: inferred ones are marked, missing ones say so. */
export function EventDay({ event, language }: { event: EventRow; language: 'sv' | 'en' }) {
  const t = useT()
  if (event.from === null) return <Unknown>{event.asWritten ?? t('register:days.none')}</Unknown>
  const days = [event.from, event.to ?? event.from].map((day) => shortDate(day, language))
  const words = [...new Set(days)].join(' – ')
  return (
    <>
      {words}
      {event.basis === 'inferred' && <span className="fact-mark">{t('inferred')}</span>}
      {event.venue !== null && ` · ${event.venue}`}
    </>
  )
}

/** "3 700 000 000 kr" where the words can be reckoned, with the words themselves. */
export function Money({ amounts }: { amounts: AssignmentRow['amounts'] }) {
  const language = useLanguage()
  const kronor = (sek: number) =>
    new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
      style: 'currency',
      currency: 'SEK',
      maximumFractionDigits: 0,
    }).format(sek)
  return (
    <ul className="fact-money">
      {amounts.map((one, index) => (
        <li key={index}>
          <span className="quote">{one.text}</span>
          {one.sek !== null && <span className="text-3"> {kronor(one.sek)}</span>}
        </li>
      ))}
    </ul>
  )
}

type PartiesProps = {
  parties: readonly PartyView[]
  /** What can be done with one part. */
  menu?: (part: PartyView) => ReactNode
}

export function Parties({ parties, menu }: PartiesProps) {
  const t = useT()
  return (
    <ul className="fact-parties">
      {parties.map((party) => (
        <li key={party.partyId}>
          <EntryLink kind={party.kind} id={party.id}>
            {party.name}
          </EntryLink>
          <span className="reg-aside">{t(`register:party.${party.role}`)}</span>
          {menu?.(party)}
        </li>
      ))}
    </ul>
  )
}

export function AssignmentList({ assignments, theme }: { assignments: readonly AssignmentRow[]; theme?: string }) {
  const t = useT()
  const language = useLanguage()
  return (
    <ul className="fact-list">
      {assignments.map((one) => (
        <li key={one.id} className="fact fact-assignment">
          <div className="fact-what">
            <EntryLink kind="assignment" id={one.id}>
              {one.title}
            </EntryLink>
            <small className="fact-days">
              {[
                t(`register:assignment.${one.type}`),
                one.theme !== null && one.themeId !== theme ? one.theme : null,
                one.issued === null ? null : t('register:issued', { day: shortDate(one.issued, language) }),
                one.due === null ? null : t('register:due', { day: shortDate(one.due, language) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </small>
            {one.amounts.length > 0 && <Money amounts={one.amounts} />}
          </div>
          <Parties parties={one.parties} />
        </li>
      ))}
    </ul>
  )
}

export type SourceRow = { id: string; name: string; facts: number }

export function SourceList({ sources }: { sources: readonly SourceRow[] }) {
  const t = useT()
  return (
    <ul className="reg-facts">
      {sources.map((source) => (
        <li key={source.id}>
          <Link href={sourcePath(source.id)} className="reg-source link">
            {source.name}
          </Link>
          <span className="reg-aside">{t('register:places', { count: source.facts })}</span>
        </li>
      ))}
    </ul>
  )
}
