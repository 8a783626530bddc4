/** What is prepared for an item, under its heading: type, presenter, minutes, papers, proposal, files. */
import './prepare.css'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { ItemOutcome } from '#contract/minutes.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { useRead } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { meetingPath } from '../../../ui/source-link.tsx'
import { typeOptions, wholeNumber } from '../../series/words.ts'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText } from '../inline/inline-text.tsx'
import { LockedScope, useLocked } from '../inline/locked.ts'
import { change } from '../page/state.ts'
import type { Item, View } from '../text/savers.ts'
import { Files } from './files.tsx'
import { LongText } from './long-text.tsx'

const says = ({ type, presenter, minutes, prepared, proposal, dnr, outcome }: Item) =>
  [type, presenter, minutes, prepared, proposal, dnr, outcome].some((value) => value !== null)

/**
 * Everything before the meeting; while it runs what is said, and what is not as soon as it is asked for; afterwards only
 * what was prepared, fixed as soon as the minutes are out.
 */
export function ItemPrep({ view, item, names }: { view: View; item: Item; names: readonly string[] }) {
  const t = useT()
  const { state } = view.head
  const [open, setOpen] = useState(false)
  const attached = view.attachments.some(({ itemId }) => itemId === item.id)
  const before = state === 'planned' || state === 'running'
  const locked = state === 'circulated' || state === 'approved' || state === 'archived'
  if (!before && !says(item) && !attached && item.carriedFromId === null) return null
  const running = state === 'running'
  const asks = state === 'planned' || (running && open)
  /** A field that is emptied stays where it is, with the focus. */
  const prepare: Prepare = (part) => {
    if (Object.values(part).includes(null)) setOpen(true)
    return change('items.prepare', { id: item.id, change: part })
  }
  return (
    <LockedScope value={locked}>
      <div className="prep">
        <Line view={view} item={item} names={names} asks={asks || !before} prepare={prepare}>
          {running && (
            <button type="button" className="prep-empty" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'series:prep.less' : 'series:prep.more')}
            </button>
          )}
        </Line>
        <Texts item={item} asks={asks} prepare={prepare} />
        <Carried view={view} item={item} />
        <Files view={view} itemId={item.id} asks={asks} />
      </div>
    </LockedScope>
  )
}

type Prepare = (part: Parameters<typeof change<'items.prepare'>>[1]['change']) => Promise<boolean>
type LineProps = {
  view: View
  item: Item
  names: readonly string[]
  asks: boolean
  prepare: Prepare
  children: ReactNode
}

/** @param props.asks also for what nobody has said */
function Line({ view, item, names, asks, prepare, children }: LineProps) {
  const t = useT()
  const shows = (value: unknown) => asks || value !== null
  const outcomes: { value: ItemOutcome; label: string }[] = [
    { value: 'handled', label: t('series:prep.outcomes.handled') },
    { value: 'deferred', label: t('series:prep.outcomes.deferred') },
    { value: 'returned', label: t('series:prep.outcomes.returned') },
    { value: 'dropped', label: t('series:prep.outcomes.dropped') },
  ]
  return (
    <fieldset className="prep-line">
      <legend className="visually-hidden">{t('series:prep.line')}</legend>
      {shows(item.type) && (
        <InlineChoice
          label={t('series:prep.type')}
          value={item.type}
          options={typeOptions(t)}
          onSave={(type) => prepare({ type })}
        />
      )}
      {shows(item.presenter) && (
        <InlineText
          label={t('series:prep.presenter')}
          value={item.presenter}
          empty={t('series:prep.presenterAsk')}
          suggestions={names}
          onSave={(presenter) => prepare({ presenter })}
        />
      )}
      {shows(item.minutes) && (
        <InlineText
          label={t('series:prep.minutes')}
          value={item.minutes === null ? null : String(item.minutes)}
          show={(minutes) => t('series:prep.minutesShown', { minutes })}
          parse={(typed) => {
            const value = wholeNumber(typed.replace(/\D+$/u, ''), 1440)
            return value === undefined
              ? { wrong: t('series:prep.minutesWrong') }
              : { value: value === null ? null : String(value) }
          }}
          empty={t('series:prep.minutesAsk')}
          maxLength={10}
          onSave={(minutes) => prepare({ minutes: minutes === null ? null : Number(minutes) })}
        />
      )}
      {shows(item.dnr) && (
        <InlineText
          label={t('series:prep.dnr')}
          value={item.dnr}
          empty={t('series:prep.dnrAsk')}
          maxLength={100}
          onSave={(dnr) => prepare({ dnr })}
        />
      )}
      {(item.outcome !== null || (asks && view.head.state !== 'planned')) && (
        <InlineChoice
          label={t('series:prep.outcome')}
          empty={t('series:prep.outcomeAsk')}
          value={item.outcome}
          options={outcomes}
          onSave={(outcome) => prepare({ outcome })}
        />
      )}
      {item.carriedFromId !== null && <span className="text-3">{t('series:prep.carried')}</span>}
      {children}
    </fieldset>
  )
}

function Texts({ item, asks, prepare }: { item: Item; asks: boolean; prepare: Prepare }) {
  const t = useT()
  if (!asks && item.prepared === null && item.proposal === null) return null
  return (
    <div className="prep-texts">
      {(asks || item.prepared !== null) && (
        <LongText
          label={t('series:prep.prepared')}
          wordsOf="prepared"
          empty={t('series:prep.preparedAsk')}
          value={item.prepared}
          onSave={(prepared) => prepare({ prepared })}
        />
      )}
      {(asks || item.proposal !== null) && (
        <LongText
          label={t('series:prep.proposal')}
          wordsOf="proposal"
          empty={t('series:prep.proposalAsk')}
          value={item.proposal}
          onSave={(proposal) => prepare({ proposal })}
        />
      )}
    </div>
  )
}

/** Actions that came along from earlier meetings. */
function Carried({ view, item }: { view: View; item: Item }) {
  const t = useT()
  const language = useLanguage()
  const locked = useLocked()
  const { data } = useRead('meetings.carried', { id: view.id }, { enabled: view.head.previousId !== null })
  const actions = (data?.actions ?? []).filter(({ itemId }) => itemId === item.id)
  if (actions.length === 0) return null
  const leave = async (id: string) => {
    if (await change('actions.uncarry', { id })) announce(t('series:prep.left'))
  }
  return (
    <div className="prep-actions">
      <p className="prep-label">{t('series:prep.actions')}</p>
      <ul>
        {actions.map((one) => (
          <li key={one.id}>
            <span>
              {one.text}{' '}
              <span className="text-3">
                {[one.owner, one.due === null ? null : shortDate(one.due, language)]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </span>
            <Link className="link small" href={meetingPath(one.meetingId)}>
              {one.date === null ? '–' : shortDate(one.date, language)}
            </Link>
            {!locked && (
              <Button
                look="bare"
                aria-label={t('series:prep.leaveNamed', { text: one.text.slice(0, 80) })}
                onClick={() => void leave(one.id)}
              >
                {t('series:prep.leave')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
