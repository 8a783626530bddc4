/** Rows that point to an entry, in words: what sort of row, its day, what it says. */
import type { ReactNode } from 'react'
import type { Reference } from '#contract/identity.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { T } from '../../i18n/resources.ts'

const known = [
  'attendance',
  'officer',
  'meeting',
  'tenure',
  'holder_proposal',
  'evidence',
  'relation',
  'party',
  'body',
  'post',
  'theme',
  'event',
  'contact_point',
  'assessment',
  'interaction_party',
  'source_name',
  'meeting_series',
  'agenda_item',
  'action',
  'text_span',
  'contribution',
  'attendance_for',
  'approval',
] as const

/** A table without words of its own is a row like others. */
export function sortOf(t: T, table: string): string {
  const name = known.find((one) => one === table)
  return name === undefined ? t('identity:table.other') : t(`identity:table.${name}`)
}

export function ReferenceRows(props: {
  references: readonly Reference[]
  /** What stands before each row: a box to tick. */
  before?: (reference: Reference, words: ReactNode) => ReactNode
}) {
  const t = useT()
  const language = useLanguage()
  return props.references.map((reference) => {
    const words = (
      <>
        <span className="small text-3">
          {[sortOf(t, reference.table), reference.date === null ? null : shortDate(reference.date, language)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>{' '}
        <span className="record">{reference.label}</span>
      </>
    )
    return (
      <li key={`${reference.table}.${reference.column} ${reference.row}`}>
        {props.before === undefined ? words : props.before(reference, words)}
      </li>
    )
  })
}
