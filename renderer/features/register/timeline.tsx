/** Roles in time: rings where a text says so, dashes between them, dots where nobody knows. */
import type { Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { axisOf, spansOf } from './spans.ts'

/** At most this many years get a figure of their own. */
const mostFigures = 8

export function Timeline({ roles }: { roles: readonly Role[] }) {
  const t = useT()
  const spans = spansOf(roles)
  const axis = axisOf(spans)
  if (axis === null) return null
  const at = (year: number) => `${(((year - axis.from) / (axis.to - axis.from)) * 100).toFixed(2)}%`
  const step = Math.ceil((axis.to - axis.from) / mostFigures)
  const years = Array.from(
    { length: Math.floor((axis.to - axis.from) / step) + 1 },
    (_, index) => axis.from + index * step,
  )
  return (
    <figure className="reg-time" aria-label={t('register:time.label')}>
      <div className="reg-time-axis" aria-hidden="true">
        {years.map((year) => (
          <span key={year} style={{ left: at(year) }}>
            {year}
          </span>
        ))}
      </div>
      <ul aria-hidden="true">
        {spans.map((span) => (
          <li key={span.id} className="reg-time-row">
            <span className="reg-time-name">
              {span.label}
              {span.where !== null && <small>{span.where}</small>}
            </span>
            <span className="reg-time-line">
              <i
                className="reg-time-known"
                style={{ left: at(span.days[0] ?? 0), right: `calc(100% - ${at(span.days.at(-1) ?? 0)})` }}
              />
              {span.days.map((day) => (
                <b key={day} style={{ left: at(day) }} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <figcaption className="reg-time-legend">
        <span>
          <b aria-hidden="true" /> {t('register:time.said')}
        </span>
        <span>
          <i className="reg-time-between" aria-hidden="true" /> {t('register:time.between')}
        </span>
        <span>
          <i className="reg-time-unknown" aria-hidden="true" /> {t('register:time.unknown')}
        </span>
      </figcaption>
    </figure>
  )
}
