/** The next meeting by the rule, with what it takes along; one key plans it. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { daysBetween } from '#contract/calendar.ts'
import type { Output } from '#contract/methods.ts'
import { clock, parseDate, shortDate, weekdayDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { formWords } from '../../i18n/meeting-words.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, TextInput } from '../../ui/field.tsx'
import { Known } from '../../ui/marks.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { holidayWords } from './words.ts'

type Plan = Output<'series.planNext'>

/** A date that is no whole day is not asked about. */
const wholeDay = (typed: string) => {
  const iso = parseDate(typed)
  return iso !== null && iso.length === 10 ? iso : null
}

export function PlanCard({ id, focus }: { id: string; focus: boolean }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState<string | null>(null)
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set())
  const card = useRef<HTMLElement>(null)
  const wanted = typed === null ? null : wholeDay(typed)
  const { data, error } = useRead('series.planNext', wanted === null ? { id } : { id, date: wanted }, {
    keepPrevious: true,
  })
  const plan = useWrite('meetings.plan')
  const ready = data !== undefined
  const dated = data !== undefined && data.date !== null
  // With a date Enter plans at once; without one it is what is asked for.
  const focusFirst = useEffectEvent(() =>
    card.current?.querySelector<HTMLElement>(dated ? 'button[type="submit"]' : 'input[type="text"]')?.focus(),
  )
  useEffect(() => {
    if (focus && ready) focusFirst()
  }, [focus, ready])
  if (data === undefined) return <ErrorMessage error={error} />
  const shown = typed ?? (data.date === null ? '' : shortDate(data.date, language))
  const date = typed === null ? data.date : wanted
  const wrong = typed !== null && typed.trim() !== '' && wanted === null
  const submit = () => {
    if (date === null || plan.isPending) return
    plan.mutate(
      { seriesId: id, date, skip: [...skip] },
      { onSuccess: ({ id: meeting }) => navigate(meetingPath(meeting)) },
    )
  }
  const toggle = (one: string) => (checked: boolean) => {
    const next = new Set(skip)
    if (checked) next.delete(one)
    else next.add(one)
    setSkip(next)
  }
  const days = date === null ? null : daysBetween(today(), date)
  return (
    <section className="hero plan" aria-labelledby="plan-title" ref={card}>
      <h2 className="hero-when" id="plan-title">
        <span className="hero-what">{t('series:nextMeeting')}</span>
        {date !== null && <span>{weekdayDate(date, language)}</span>}
        {days !== null && days >= 0 && <span className="text-3">{t('start:inDays', { count: days })}</span>}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="plan-row">
          <TextInput
            label={t('series:date')}
            value={shown}
            placeholder={t('date.placeholder')}
            error={wrong ? t('series:dayUnusable') : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Facts plan={data} />
        </div>
        {date !== null && data.holiday !== null && (
          <Message tone="warn" title={t('series:holidayWarning', { day: holidayWords(t, data.holiday) })} />
        )}
        {date !== null && data.newSeries && (
          <p className="text-2 small">{t('series:newYear', { year: date.slice(0, 4) })}</p>
        )}
        <Along plan={data} skip={skip} toggle={toggle} />
        <div className="hero-do">
          <Button look="primary" type="submit" busy={plan.isPending} shortcut="Enter">
            {t('series:plan')}
          </Button>
        </div>
        <ErrorMessage error={plan.error} />
      </form>
    </section>
  )
}

function Facts({ plan }: { plan: Plan }) {
  const t = useT()
  const language = useLanguage()
  const forms = formWords(t)
  const invited = new Set(plan.members.flatMap((one) => (one.standing === 'holds' ? [one.personId] : []))).size
  const time = [plan.start, plan.end].flatMap((value) => (value === null ? [] : [clock(value, language)])).join('–')
  return (
    <dl className="facts">
      <div>
        <dt>{t('series:time')}</dt>
        <dd>
          <Known value={time} />
        </dd>
      </div>
      <div>
        <dt>{t('series:place')}</dt>
        <dd>
          <Known
            value={[plan.form === null ? null : forms[plan.form], plan.place]
              .filter((part) => part !== null)
              .join(', ')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('series:invited')}</dt>
        <dd>{t('series:people', { count: invited })}</dd>
      </div>
      <div>
        <dt>{t('series:numbering')}</dt>
        <dd>{t('series:numberingValue', { number: plan.number, first: plan.firstItem })}</dd>
      </div>
      {plan.previous !== null && (
        <div>
          <dt>{t('series:previous')}</dt>
          <dd>
            <Known
              value={plan.previous.date === null ? plan.previous.title : shortDate(plan.previous.date, language)}
            />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Deferred items and open actions, each of which may stay behind. */
function Along(props: { plan: Plan; skip: ReadonlySet<string>; toggle: (one: string) => (checked: boolean) => void }) {
  const t = useT()
  const language = useLanguage()
  const { plan, skip, toggle } = props
  if (plan.items.length + plan.actions.length === 0) return null
  const on = (date: string | null) => (date === null ? '' : shortDate(date, language))
  return (
    <fieldset className="plan-along">
      <legend className="field-label">{t('series:along')}</legend>
      {plan.items.map((one) => (
        <Checkbox
          key={one.id}
          checked={!skip.has(one.id)}
          onChange={toggle(one.id)}
          label={
            <>
              <span className="medium">{one.title}</span>{' '}
              <span className="text-3">
                {one.outcome === 'returned'
                  ? t('series:returnedOn', { date: on(one.date) })
                  : t('series:deferredOn', { date: on(one.date) })}
              </span>
            </>
          }
        />
      ))}
      {plan.actions.map((one) => (
        <Checkbox
          key={one.id}
          checked={!skip.has(one.id)}
          onChange={toggle(one.id)}
          label={
            <>
              {one.text}{' '}
              <span className="text-3">
                {[one.owner, one.due === null ? null : shortDate(one.due, language), on(one.date)]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </>
          }
        />
      ))}
    </fieldset>
  )
}
