/** From when to when somebody was there: every edge can be corrected, a stretch removed, an act added afterwards. */
import { useState, type ReactNode } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import type { Key, T } from '../../../i18n/resources.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { useLocked } from '../inline/locked.ts'
import { numberOf } from '../item/face.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { standingIn, timeNow } from './acts.ts'
import { ClockText } from './clock-text.tsx'
import { placeIn } from './place.ts'
import { goneAs, isThere, ownRows, type Deputyship, type Interval, type Person } from './presence.ts'

function itemOptions(view: View) {
  return view.items.map((item) => ({ value: item.id, label: numberOf(item) ?? item.title }))
}

function modeOptions(t: T) {
  return [
    { value: 'room' as const, label: t('meetings:people.mode.room') },
    { value: 'remote' as const, label: t('meetings:people.mode.remote') },
    { value: 'phone' as const, label: t('meetings:people.mode.phone') },
  ]
}

type Times = Pick<Interval, 'began' | 'ended' | 'fromTime' | 'toTime' | 'fromItemId' | 'toItemId'>
type EdgeWords = Record<'from' | 'fromItem' | 'to' | 'toItem', Key> & { came: Key; went: Key | null }

type EdgesProps = {
  view: View
  times: Times
  /** `went`: null where it has no end of its own to correct. */
  words: EdgeWords
  onSet: (part: Partial<Times>) => Promise<boolean>
  /** What stands before its beginning. */
  children?: ReactNode
}

/** Both ends of a stretch: what happened, when, and at which item. */
function Edges({ view, times, words, onSet, children }: EdgesProps) {
  const t = useT()
  const edge = (end: 'from' | 'to', word: Key) => (
    <>
      <span className="text-3">{t(word)}</span>
      <ClockText
        label={t(words[end])}
        value={times[`${end}Time`]}
        date={view.head.date}
        empty={t('attendance:time.unknown')}
        onSave={(time) => onSet({ [`${end}Time`]: time })}
      />
      <InlineChoice
        label={t(words[`${end}Item`])}
        value={times[`${end}ItemId`]}
        options={itemOptions(view)}
        onSave={(itemId) => onSet({ [`${end}ItemId`]: itemId })}
      />
    </>
  )
  return (
    <>
      <div>
        {children}
        {times.began === 'start' ? (
          <span className="text-3">{t('attendance:time.fromStart')}</span>
        ) : (
          edge('from', words.came)
        )}
      </div>
      {words.went !== null && <div>{edge('to', words.went)}</div>}
    </>
  )
}

function RemoveStretch({ label, onRemove }: { label: string; onRemove: () => Promise<boolean> }) {
  return useLocked() ? null : <IconButton icon="trash" label={label} onClick={() => void onRemove()} />
}

const presenceEdges = {
  from: 'attendance:time.from',
  fromItem: 'attendance:time.fromItem',
  to: 'attendance:time.to',
  toItem: 'attendance:time.toItem',
} as const

function Stretch({ view, interval }: { view: View; interval: Interval }) {
  const t = useT()
  const { id, began, ended } = interval
  const set = (part: object) => change('attendance.setInterval', { id, ...part })
  const came = began === 'start' ? 'attendance:time.fromStart' : (`attendance:came.${began}` as const)
  const went = ended === null || ended === 'moved' ? null : (`attendance:standing.${ended}` as const)
  return (
    <li className="stretch">
      <Edges view={view} times={interval} words={{ ...presenceEdges, came, went }} onSet={set}>
        <InlineChoice
          label={t('meetings:people.modeLabel')}
          value={interval.mode === 'unknown' ? null : interval.mode}
          options={modeOptions(t)}
          onSave={(mode) => set({ mode: mode ?? 'unknown' })}
        />
      </Edges>
      <RemoveStretch label={t('attendance:time.remove')} onRemove={() => change('attendance.removeInterval', { id })} />
    </li>
  )
}

const serviceEdges = {
  from: 'attendance:served.from',
  fromItem: 'attendance:served.fromItem',
  to: 'attendance:served.to',
  toItem: 'attendance:served.toItem',
  came: 'attendance:served.began',
} as const

/** From when to when somebody served as a deputy, and for whom. */
function Service({ view, deputyship }: { view: View; deputyship: Deputyship }) {
  const t = useT()
  const { id, seatId, ended } = deputyship
  const seat = view.attendance.find((one) => one.id === seatId)?.name ?? ''
  const went = ended === null ? null : 'attendance:served.ended'
  return (
    <li className="stretch">
      <div>{t('attendance:served.for', { name: seat })}</div>
      <Edges
        view={view}
        times={deputyship}
        words={{ ...serviceEdges, went }}
        onSet={(part) => change('attendance.setDeputyship', { id, ...part })}
      />
      <RemoveStretch
        label={t('attendance:served.remove', { name: seat })}
        onRemove={() => change('attendance.removeDeputyship', { id })}
      />
    </li>
  )
}

type EventName = 'arrived' | 'left' | 'lost' | 'moved' | 'recused'

/** What can have happened next, by where somebody is. */
function possible(person: Person): EventName[] {
  return isThere(person) ? ['left', 'lost', 'moved', 'recused'] : ['arrived']
}

function AddEvent({ view, person }: { view: View; person: Person }) {
  const t = useT()
  const standing = standingIn(view, person)
  const names = possible(standing)
  const [event, setEvent] = useState<EventName | null>(null)
  const [time, setTime] = useState<string | null>(null)
  const [item, setItem] = useState<string | null>(null)
  if (event === null || !names.includes(event)) {
    return (
      <div className="stretch-add">
        {names.map((name) => (
          <Button
            key={name}
            look="bare"
            onClick={() => {
              setEvent(name)
              setTime(timeNow(view))
              setItem(placeIn(view)?.itemId ?? null)
            }}
          >
            {name === 'arrived' && goneAs(standing) !== null ? t('attendance:act.back') : t(`attendance:add.${name}`)}
          </Button>
        ))}
      </div>
    )
  }
  const save = async (write: boolean) => {
    const place = placeIn(view)
    const after =
      place?.itemId === item ? place.after : (view.items.find(({ id }) => id === item)?.paragraphs.at(-1)?.id ?? null)
    const input = { id: person.id, event, time: time ?? timeNow(view), itemId: item, after, write }
    // At once: pressed again before the answer it would be another event.
    setEvent(null)
    if (!(await change('attendance.event', input))) setEvent(event)
  }
  return (
    <div className="stretch-new">
      <div>
        <span>{t(`attendance:add.${event}`)}</span>
        <ClockText
          label={t('attendance:time.when')}
          value={time}
          date={view.head.date}
          onSave={(value) => {
            setTime(value)
            return Promise.resolve(true)
          }}
        />
        <InlineChoice
          label={t('attendance:time.atItem')}
          value={item}
          options={itemOptions(view)}
          onSave={(value) => {
            setItem(value)
            return Promise.resolve(true)
          }}
        />
      </div>
      <div className="stretch-add">
        <Button onClick={() => void save(true)}>{t('attendance:time.saveWrite')}</Button>
        <Button look="bare" onClick={() => void save(false)}>
          {t('attendance:time.save')}
        </Button>
        <Button look="bare" onClick={() => setEvent(null)}>
          {t('meetings:list.cancel')}
        </Button>
      </div>
    </div>
  )
}

export function PersonTimes({ view, person }: { view: View; person: Person }) {
  const t = useT()
  const locked = useLocked()
  const { state } = view.head
  const served = ownRows(view, person).flatMap(({ deputyships }) => deputyships)
  if (state === 'planned') return null
  if (person.intervals.length + served.length === 0 && state !== 'running' && person.status !== 'present') return null
  return (
    <div className="person-times">
      {person.intervals.length > 0 && (
        <ul aria-label={t('attendance:time.label')}>
          {person.intervals.map((interval) => (
            <Stretch key={interval.id} view={view} interval={interval} />
          ))}
        </ul>
      )}
      {served.length > 0 && (
        <ul aria-label={t('attendance:served.label')}>
          {served.map((one) => (
            <Service key={one.id} view={view} deputyship={one} />
          ))}
        </ul>
      )}
      {!locked && <AddEvent view={view} person={person} />}
    </div>
  )
}
