/** The side of Start: dates ahead, what was decided last, what the workspace holds. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { whenIdle } from '../../shell/idle.ts'
import { KindIcon, type Kind } from '../../ui/marks.tsx'
import { meetingPath, SourceLink } from '../../ui/source-link.tsx'
import { NamesWaiting } from '../identity/names-waiting.tsx'
import { placeOf, toCome, type Ahead, type Meeting } from './start-data.ts'

const MiniMap = lazy(async () => ({ default: (await import('./mini-map.tsx')).MiniMap }))

const quotes = 3
/** A bigger network is no picture at the size of the side, and not worth its reading. */
const mostEntities = 400

/** The words of the page come first. */
function MapWhenIdle() {
  const [idle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])
  return <Suspense fallback={null}>{idle && <MiniMap />}</Suspense>
}

function Decisions({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const decisions = meeting.items.flatMap((item) => item.decisions.map((decision) => ({ item, decision })))
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="start-decisions">
      <h2 className="heading" id="start-decisions">
        {t('start:decisions')} <span className="count">{decisions.length}</span>
      </h2>
      <ul className="side-quotes">
        {decisions.slice(0, quotes).map(({ item, decision }) => (
          <li key={decision.id}>
            <p className="quote">{decision.text}</p>
            <SourceLink to={meetingPath(meeting.id, item.id)}>
              {placeOf(t, { itemNumber: item.number, numberStyle: item.numberStyle }) ?? item.title}
            </SourceLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Holdings({ counts }: { counts: NonNullable<Output<'workspace.status'>['counts']> }) {
  const t = useT()
  const rows: { kind: Kind; label: string; count: number; to: string }[] = [
    { kind: 'person', label: t('start:people'), count: counts.people, to: '/register/person' },
    {
      kind: 'organisation',
      label: t('start:organisations'),
      count: counts.organisations,
      to: '/register/organisation',
    },
    { kind: 'body', label: t('start:bodies'), count: counts.bodies, to: '/register/body' },
    { kind: 'meeting', label: t('start:meetings'), count: counts.meetings, to: '/moten' },
  ]
  return (
    <section aria-labelledby="start-holdings">
      <h2 className="heading" id="start-holdings">
        {t('start:holdings')}
      </h2>
      <ul className="side-rows">
        {rows.map((row) => (
          <li key={row.kind}>
            <Link href={row.to} className="side-row">
              <KindIcon kind={row.kind} />
              <span>{row.label}</span>
              <span className="text-2">{row.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function StartSide(props: {
  ahead: readonly Ahead[]
  latest: Meeting | null
  counts: Output<'workspace.status'>['counts']
}) {
  const t = useT()
  const language = useLanguage()
  const { counts } = props
  const dates = props.ahead.filter((entry) => toCome(entry.date, today()))
  const entities = counts === null ? 0 : counts.people + counts.organisations + counts.bodies + counts.meetings
  return (
    <aside className="start-side" aria-label={t('start:side')}>
      {entities > 0 && entities <= mostEntities && <MapWhenIdle />}
      {dates.length > 0 && (
        <section aria-labelledby="start-ahead">
          <h2 className="heading" id="start-ahead">
            {t('start:ahead')}
          </h2>
          <ul className="side-rows">
            {dates.map((entry) => (
              <li key={entry.id}>
                <Link href={meetingPath(entry.meetingId)} className="side-row side-date">
                  <span className="text-2">{shortDate(entry.date, language)}</span>
                  <span>
                    {entry.title}
                    {entry.inferred && <span className="text-3"> {t('inferred')}</span>}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NamesWaiting />
      {props.latest !== null && <Decisions meeting={props.latest} />}
      {props.counts !== null && <Holdings counts={props.counts} />}
    </aside>
  )
}
