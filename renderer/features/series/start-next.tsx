/** Start's next meeting: the one that runs or is planned, else the one that a series' rule gives. */
import { useQueries } from '@tanstack/react-query'
import { daysBetween } from '#contract/calendar.ts'
import type { Output } from '#contract/methods.ts'
import { clock, weekdayDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { formWords } from '../../i18n/meeting-words.ts'
import { readOptions, useRead } from '../../transport/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Known } from '../../ui/marks.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { visible } from '../../ui/visible.ts'
import { planPath, seriesPath } from './words.ts'

type Meeting = Output<'meetings.get'>
type Plan = Output<'series.planNext'>

/** Series of which the next meeting is looked for. */
const most = 8

export type NextUp =
  | { kind: 'planned'; meeting: Meeting }
  | { kind: 'rule'; series: Output<'series.list'>['series'][number]; date: string; plan: Plan }

/** The soonest planned meeting; without one the soonest that a rule gives. `ready` once both are known. */
export function useNextUp(rows: Output<'meetings.list'>['meetings']): {
  ready: boolean
  next: NextUp | null
  series: number
} {
  const { data } = useRead('series.list', {})
  const series = data?.series ?? []
  const soonest = series
    .flatMap(({ nextDate }) => nextDate ?? [])
    .toSorted()
    .at(0)
  const ahead = rows
    .filter(({ date }) => date !== null && date >= today())
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
  const planned =
    ahead.find(({ state }) => state === 'running') ??
    ahead.find(({ state, date }) => state === 'planned' && (soonest === undefined || (date ?? '') <= soonest))
  const meeting = useRead('meetings.get', { id: planned?.id ?? '' }, { enabled: planned !== undefined })
  const newest = [...new Map(series.toReversed().map((one) => [one.bodyId, one])).values()].slice(0, most)
  const plans = useQueries({
    queries: planned === undefined ? newest.map(({ id }) => readOptions('series.planNext', { id })) : [],
  })
  if (data === undefined) return { ready: false, next: null, series: 0 }
  if (planned !== undefined)
    return {
      ready: meeting.data !== undefined,
      next: meeting.data === undefined ? null : { kind: 'planned', meeting: meeting.data },
      series: series.length,
    }
  const [first] = newest
    .flatMap((one, index) => {
      const plan = plans[index]?.data
      return plan === undefined || plan.date === null ? [] : [{ series: one, plan, date: plan.date }]
    })
    .toSorted((a, b) => a.date.localeCompare(b.date))
  const ready = plans.every((one) => one.data !== undefined || one.error !== null)
  return { ready, next: first === undefined ? null : { kind: 'rule', ...first }, series: series.length }
}

export function NextUpCard({ next }: { next: NextUp }) {
  return next.kind === 'planned' ? <PlannedMeeting meeting={next.meeting} /> : <ByRule next={next} />
}

function When({ date, words, running }: { date: string; words: string; running: boolean }) {
  const t = useT()
  const language = useLanguage()
  const days = daysBetween(today(), date)
  return (
    <p className="hero-when">
      <span className="hero-what">{t(running ? 'start:bySeries.running' : 'start:bySeries.planned')}</span>
      <span>{weekdayDate(date, language)}</span>
      {days !== null && days >= 0 && !running && <span className="text-3">{t('start:inDays', { count: days })}</span>}
      {words !== '' && <span className="text-3">{words}</span>}
    </p>
  )
}

function Fact({ label, value }: { label: string; value: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Known value={value} />
      </dd>
    </div>
  )
}

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ')

function PlannedMeeting({ meeting }: { meeting: Meeting }) {
  const t = useT()
  const language = useLanguage()
  const { head, attendance, items } = meeting
  const forms = formWords(t)
  const time = [head.start, head.end].flatMap((one) => (one === null ? [] : [clock(one, language)])).join('–')
  return (
    <section className="hero" aria-labelledby="hero-title">
      <When date={head.date ?? ''} words="" running={head.state === 'running'} />
      <h1 id="hero-title">{visible(head.title)}</h1>
      <dl className="facts">
        <Fact label={t('start:bySeries.place')} value={joined([time, head.place])} />
        <Fact label={t('start:bySeries.form')} value={head.form === null ? null : forms[head.form]} />
        <Fact
          label={t('start:bySeries.invited')}
          value={attendance.length === 0 ? null : t('start:participants', { count: attendance.length })}
        />
        <Fact label={t('start:bySeries.agenda')} value={t('start:items', { count: items.length })} />
      </dl>
      <div className="hero-do">
        <ButtonLink look="primary" to={meetingPath(meeting.id)}>
          {t('start:bySeries.openPlanned')}
        </ButtonLink>
        {head.seriesId !== null && (
          <ButtonLink look="bare" to={seriesPath(head.seriesId)}>
            {t('start:bySeries.series')}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}

function ByRule({ next }: { next: Extract<NextUp, { kind: 'rule' }> }) {
  const t = useT()
  const language = useLanguage()
  const { series, plan, date } = next
  const forms = formWords(t)
  const time = [plan.start, plan.end].flatMap((one) => (one === null ? [] : [clock(one, language)])).join('–')
  const invited = new Set(plan.members.flatMap((one) => (one.standing === 'holds' ? [one.personId] : []))).size
  const along = [
    plan.actions.length === 0 ? null : t('start:bySeries.actions', { count: plan.actions.length }),
    plan.items.length === 0 ? null : t('start:bySeries.items', { count: plan.items.length }),
  ]
  return (
    <section className="hero" aria-labelledby="hero-title">
      <When date={date} words={t('start:bySeries.byRule')} running={false} />
      <h1 id="hero-title">{visible(series.body)}</h1>
      <dl className="facts">
        <Fact label={t('start:bySeries.place')} value={joined([time, plan.place])} />
        <Fact label={t('start:bySeries.form')} value={plan.form === null ? null : forms[plan.form]} />
        <Fact
          label={t('start:bySeries.invited')}
          value={invited === 0 ? null : t('start:participants', { count: invited })}
        />
        {joined(along) !== '' && <Fact label={t('start:bySeries.along')} value={joined(along)} />}
      </dl>
      <div className="hero-do">
        <ButtonLink look="primary" shortcut="M" to={planPath(series.id)}>
          {t('start:bySeries.plan')}
        </ButtonLink>
        <ButtonLink look="bare" to={seriesPath(series.id)}>
          {t('start:bySeries.series')}
        </ButtonLink>
      </div>
    </section>
  )
}
