/** Roles in time: bars where they are known to hold, open and unknown ends apart, gaps shaded; and the same as a table. */
import './timeline.css'
import { useState } from 'react'
import { addDays } from '#contract/calendar.ts'
import type { Role } from '#contract/register.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useClockState } from '../../shell/clock/clock.ts'
import { axisOf, barsOf, gapsOf, yearOf, type Bar } from './spans.ts'
import { TimeTable } from './time-table.tsx'

/** At most this many years get a figure of their own. */
const mostFigures = 8

function Line({ bar, at, end }: { bar: Bar; at: (year: number) => string; end: number }) {
  const to = bar.to ?? end
  // No day is known on which it holds: nothing but what is not known can be drawn.
  if (bar.from === null)
    return (
      <span className="time-line">
        <i className="time-unknown" style={{ left: bar.after === null ? 0 : at(bar.after), right: 0 }} />
      </span>
    )
  return (
    <span className="time-line">
      {bar.start === 'unknown' && (
        <i
          className="time-unknown"
          style={{ left: bar.after === null ? 0 : at(bar.after), right: `calc(100% - ${at(bar.from)})` }}
        />
      )}
      {bar.end === 'unknown' && <i className="time-unknown" style={{ left: at(to), right: 0 }} />}
      <i
        className="time-bar"
        data-start={bar.start}
        data-end={bar.end}
        style={{ left: at(bar.from), width: `max(4px, calc(${at(to)} - ${at(bar.from)}))` }}
      />
      {bar.seen.map((day) => (
        <b key={day} style={{ left: at(day) }} />
      ))}
    </span>
  )
}

function Legend({ bars, gaps }: { bars: readonly Bar[]; gaps: boolean }) {
  const t = useT()
  const any = (test: (bar: Bar) => boolean) => bars.some(test)
  return (
    <figcaption className="time-legend">
      {any(({ seen }) => seen.length > 0) && (
        <span>
          <b aria-hidden="true" /> {t('register:time.said')}
        </span>
      )}
      <span>
        <i className="time-known" aria-hidden="true" /> {t('register:time.holds')}
      </span>
      {any(({ end }) => end === 'open') && (
        <span>
          <i className="time-arrow" aria-hidden="true" /> {t('register:time.open')}
        </span>
      )}
      {any(({ start, end }) => start === 'unknown' || end === 'unknown') && (
        <span>
          <i className="time-unknown" aria-hidden="true" /> {t('register:time.unknown')}
        </span>
      )}
      {gaps && (
        <span>
          <i className="time-gap-sign" aria-hidden="true" /> {t('register:time.gap')}
        </span>
      )}
    </figcaption>
  )
}

export function Timeline({
  roles,
  by = 'role',
  asOf,
}: {
  roles: readonly Role[]
  by?: 'role' | 'person'
  asOf: string
}) {
  const t = useT()
  const language = useLanguage()
  const chosen = useClockState().asOf !== null
  const [table, setTable] = useState(false)
  const bars = barsOf(roles, by, t('register:holder.unnamed'))
  const now = yearOf(asOf)
  const axis = axisOf(bars, chosen ? now : null)
  if (axis === null) return null
  const gaps = gapsOf(roles)
  const at = (year: number) =>
    `${Math.min(100, Math.max(0, ((year - axis.from) / (axis.to - axis.from)) * 100)).toFixed(2)}%`
  const step = Math.ceil((axis.to - axis.from) / mostFigures)
  const years = Array.from(
    { length: Math.floor((axis.to - axis.from) / step) + 1 },
    (_, index) => axis.from + index * step,
  )
  const day = (iso: string) => shortDate(iso, language)
  return (
    <div className="time">
      <button type="button" className="link small time-switch" aria-pressed={table} onClick={() => setTable(!table)}>
        {table ? t('register:time.asPicture') : t('register:time.asTable')}
      </button>
      {table ? (
        <TimeTable roles={roles} gaps={gaps} by={by} />
      ) : (
        <figure aria-label={t('register:time.label')}>
          <div className="time-axis" aria-hidden="true">
            {years.map((year) => (
              <span key={year} style={{ left: at(year) }}>
                {year}
              </span>
            ))}
          </div>
          <div className="time-rows" aria-hidden="true">
            <div className="time-ground">
              {years.map((year) => (
                <i key={year} className="time-year" style={{ left: at(year) }} />
              ))}
              {gaps.map((gap) => (
                <i
                  key={gap.days[0]}
                  className="time-gap"
                  title={t('register:time.gapDays', { from: day(gap.days[0]), to: day(addDays(gap.days[1], -1)) })}
                  style={{ left: at(gap.from), width: `max(2px, calc(${at(gap.to)} - ${at(gap.from)}))` }}
                />
              ))}
              {now !== null && now >= axis.from && now <= axis.to && (
                <i className="time-now" data-chosen={chosen || undefined} style={{ left: at(now) }}>
                  {chosen && <small>{day(asOf)}</small>}
                </i>
              )}
            </div>
            <ul>
              {bars.map((bar) => (
                <li key={bar.id} className="time-row">
                  <span className="time-name">
                    {bar.label}
                    {bar.where !== null && <small>{bar.where}</small>}
                  </span>
                  <Line bar={bar} at={at} end={axis.to} />
                </li>
              ))}
            </ul>
          </div>
          <Legend bars={bars} gaps={gaps.length > 0} />
        </figure>
      )}
    </div>
  )
}
