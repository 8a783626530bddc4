/** A tour of the example in six steps, below the page and never over its work: each step goes there and says what to see. */
import './tour.css'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { goToStep, leaveTour, stepNames, takeAsked, useAsked, useTourStep, type StepName } from './state.ts'

/** Where a step is: the example's own meeting and one of its people, found by what the example says of them. */
function usePlaces(): { places: Readonly<Record<StepName, string | null>>; begun: boolean } {
  const { data: meetings, error } = useRead('meetings.list', { limit: 1 })
  const { data: people } = useRead('register.list', { kind: 'person', query: 'Jenni Nordborg', limit: 1 })
  const meeting = meetings?.meetings[0]?.id
  const person = people?.rows[0]?.id
  const places = {
    minutes: meeting === undefined ? null : `/moten/${meeting}`,
    sources: '/kallor',
    person: person === undefined ? null : `/register/person/${person}`,
    clock: '/register/post',
    map: '/karta',
    search: '/',
  }
  // Until then it is not known whether the first step has a place to go to.
  return { places, begun: meetings !== undefined || error !== null }
}

export function Tour() {
  const t = useT()
  const step = useTourStep()
  const { places, begun } = usePlaces()
  const [, navigate] = useLocation()
  const tour = useRef<HTMLElement>(null)
  const asked = useAsked()
  useEffect(() => {
    // What the tour was asked from gives the focus back first.
    if (begun && takeAsked()) requestAnimationFrame(() => tour.current?.querySelector('button')?.focus())
  }, [asked, begun])
  if (step === null) return null
  const name = stepNames[step] ?? 'minutes'
  const go = (to: number) => {
    const place = places[stepNames[to] ?? 'minutes']
    if (place !== null && stepNames[to] !== undefined) navigate(place)
    goToStep(to)
  }
  const last = step === stepNames.length - 1
  const there = places[name]
  return (
    <aside ref={tour} className="tour" data-guide aria-label={t('tour:label')}>
      <p className="tour-count">{t('tour:count', { step: step + 1, all: stepNames.length })}</p>
      {/* What a step says is read out; the focus stays on the way to the next. */}
      <div className="tour-words" aria-live="polite">
        <h2>{t(`tour:steps.${name}.title`)}</h2>
        <p>{t(`tour:steps.${name}.words`)}</p>
      </div>
      <div className="tour-ways">
        {step === 0 && there !== null && (
          <Button look="primary" onClick={() => go(0)}>
            {t('tour:begin')}
          </Button>
        )}
        {step > 0 && <Button onClick={() => go(step - 1)}>{t('tour:back')}</Button>}
        {last ? (
          <Button look="primary" onClick={leaveTour}>
            {t('tour:end')}
          </Button>
        ) : (
          <Button look={step === 0 ? 'plain' : 'primary'} onClick={() => go(step + 1)}>
            {t('tour:next')}
          </Button>
        )}
      </div>
      <IconButton icon="cross" label={t('tour:leave')} onClick={leaveTour} />
    </aside>
  )
}
