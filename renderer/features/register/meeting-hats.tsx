/**
 * What the register of a meeting's day, or of the day that is looked at, adds to its list of those present; the list's
 * own words are never touched.
 */
import type { Hat } from '#contract/representation.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { Says } from './says.tsx'
import './facts.css'

/** Roles of those listed, by the row of the list. Waits until the page is there. */
export function useHats(meetingId: string): ReadonlyMap<string, readonly Hat[]> {
  const { data } = useRead('meetings.hats', { id: meetingId, ...useClock() }, { keepPrevious: true })
  const byRow = new Map<string, Hat[]>()
  for (const hat of data?.hats ?? []) byRow.set(hat.attendanceId, [...(byRow.get(hat.attendanceId) ?? []), hat])
  return byRow
}

const words = (hat: Hat) =>
  [hat.title ?? hat.role, hat.organisation ?? hat.body].filter((part) => part !== null).join(', ')

type Silent = { capacity: string | null; organisation: string | null }

/** One line where the minutes are silent about capacity or organisation; nothing where they speak. */
export function HatLine({ hats, person }: { hats: readonly Hat[] | undefined; person: Silent }) {
  const t = useT()
  const language = useLanguage()
  const { asOf } = useClock()
  const fitting = (hats ?? []).filter(
    (hat) =>
      (person.organisation === null && hat.organisation !== null) ||
      (person.capacity === null && (hat.role !== null || hat.title !== null)),
  )
  const [first] = fitting
  if (first === undefined) return null
  return (
    <div className="hat">
      <span className="fact-mark">
        {asOf === undefined ? t('register:hat.mark') : t('register:hat.markOn', { date: shortDate(asOf, language) })}
      </span>
      <span>{words(first)}</span>
      {first.standing !== 'holds' && <span className="text-3">{t(`register:hat.${first.standing}`)}</span>}
      <Says evidence={first.evidence} of={words(first)} />
    </div>
  )
}
