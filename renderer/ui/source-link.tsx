/** The thread back to the record: every fact carries a small link to its words. */
import './source-link.css'
import { Link } from 'wouter'
import type { ReactNode } from 'react'
import { shortDate } from '../i18n/dates.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import type { T } from '../i18n/resources.ts'

/** A link such as `§ 2` or `Nyhet, rad 40`. `to` is a page of ours. */
export function SourceLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link href={to} className="source-link">
      {children}
    </Link>
  )
}

/** Where a piece of evidence stands. Fits `Evidence` of the contract. */
export type Place = {
  sourceId?: string | null
  sourceName: string | null
  line: number | null
  meetingId: string | null
  meetingDate: string | null
  itemId: string | null
  itemNumber: string | null
}

/** Path of the meeting's page (`/moten/:id/:item?`), at the item when there is one. */
export function meetingPath(meetingId: string, itemId?: string | null): string {
  return itemId === null || itemId === undefined ? `/moten/${meetingId}` : `/moten/${meetingId}/${itemId}`
}

/** Path of a text's page, at a line when there is one. */
export function sourcePath(sourceId: string, line?: number | null): string {
  return line === null || line === undefined ? `/kallor/${sourceId}` : `/kallor/${sourceId}?line=${line}`
}

/** An item's number as a place: `§ 12` as printed, `punkt 4` for a bare number. */
export function itemPlace(t: T, printed: string): string {
  return printed.includes('§') ? printed : t('source.item', { number: printed })
}

/** `10 nov 2021, § 2`, else the text's name and line, else `egen uppgift`. */
export function EvidenceLink({ place }: { place: Place }) {
  const t = useT()
  const language = useLanguage()
  const item = place.itemNumber === null ? null : itemPlace(t, place.itemNumber)
  const parts = [
    place.meetingDate === null ? place.sourceName : shortDate(place.meetingDate, language),
    item ?? (place.line === null ? null : t('source.line', { line: place.line })),
  ].filter((part) => part !== null)
  const words = parts.length === 0 ? t('source.own') : parts.join(', ')
  if (place.meetingId !== null) return <SourceLink to={meetingPath(place.meetingId, place.itemId)}>{words}</SourceLink>
  const { sourceId } = place
  return typeof sourceId === 'string' ? (
    <SourceLink to={sourcePath(sourceId, place.line)}>{words}</SourceLink>
  ) : (
    <span className="small text-3">{words}</span>
  )
}
