/** The date at the top of the window, and what was known when, in a panel under it. */
import './clock.css'
import { useEffect, useRef, useState } from 'react'
import { usePageCommands } from '../../commands/registry.ts'
import { shortDate, weekdayDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { announce } from '../announce.ts'
import { clockState, resetClock, setDay, setKnown, stepped, useClockState } from './clock.ts'
import { DayField } from './day-field.tsx'

function useSteps() {
  const t = useT()
  const language = useLanguage()
  const say = () => {
    const { asOf } = clockState()
    announce(asOf === null ? t('clock.saidToday') : t('clock.saidDay', { day: weekdayDate(asOf, language) }))
  }
  return {
    step: (by: 1 | -1) => {
      setDay(stepped(clockState().asOf ?? today(), 'day', by))
      say()
    },
    back: () => {
      resetClock()
      say()
    },
  }
}

export function ClockControl() {
  const t = useT()
  const language = useLanguage()
  const { asOf, knownOn } = useClockState()
  const { step, back } = useSteps()
  const panel = useRef<HTMLElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const away = asOf !== null || knownOn !== null

  // The browser closes the panel on Escape and on a press beside it, and says so here.
  useEffect(() => {
    const element = panel.current
    const toggled = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    element?.addEventListener('toggle', toggled)
    return () => element?.removeEventListener('toggle', toggled)
  }, [])
  const close = () => {
    panel.current?.hidePopover()
    button.current?.focus()
  }
  usePageCommands(
    () => [
      {
        id: 'clock.open',
        labelKey: 'clock.open',
        group: 'view',
        icon: 'date',
        shortcut: 'F9',
        inText: true,
        run: () => panel.current?.showPopover(),
      },
      { id: 'clock.back', labelKey: 'clock.back', group: 'view', icon: 'clock', when: () => away, run: back },
    ],
    [away],
  )
  const words = asOf === null ? t('clock.today') : t('clock.on', { day: shortDate(asOf, language) })
  return (
    <div className="clock" data-away={away || undefined}>
      {away && <IconButton icon="left" label={t('clock.dayBack')} onClick={() => step(-1)} />}
      <button
        ref={button}
        type="button"
        className="clock-day"
        popoverTarget="clock-panel"
        aria-expanded={open}
        aria-label={[
          t('clock.label'),
          words,
          knownOn === null ? null : t('clock.knownOn', { day: shortDate(knownOn, language) }),
        ]
          .filter((part) => part !== null)
          .join(', ')}
      >
        <Icon name="clock" />
        <span className="clock-words">
          {words}
          {knownOn !== null && <small>{t('clock.knownOn', { day: shortDate(knownOn, language) })}</small>}
        </span>
      </button>
      {away && <IconButton icon="right" label={t('clock.dayOn')} onClick={() => step(1)} />}
      {away && <IconButton icon="cross" label={t('clock.back')} onClick={back} />}
      <section ref={panel} id="clock-panel" popover="auto" aria-label={t('clock.label')} className="clock-panel">
        {open && (
          <>
            <DayField
              label={t('clock.dayLabel')}
              hint={t('clock.dayHint')}
              day={asOf}
              onDay={setDay}
              onDone={close}
              focused
            />
            <div className="clock-known">
              <DayField
                label={t('clock.knownLabel')}
                hint={t('clock.knownHint')}
                day={knownOn}
                onDay={setKnown}
                onDone={close}
              />
            </div>
            <div className="clock-do">
              <Button
                look="bare"
                icon="clock"
                disabled={!away}
                onClick={() => {
                  back()
                  close()
                }}
              >
                {t('clock.back')}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  )
}
