/** Over the list: how many are where, whether that is enough, what must be looked at, beginning and end. */
import { useT } from '../../../i18n/i18n.ts'
import { clock } from '../../../i18n/dates.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRead } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { numberOf } from '../item/face.ts'
import { goToItem } from '../item/item-changes.ts'
import { usePageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { beginMeeting, canBegin, endMeeting, markAllThere, waiting } from './acts.ts'
import { presenceOf, presenceSummary, shownNow } from './presence.ts'

export function useBoard(view: View) {
  return useRead('attendance.board', { meetingId: view.id }, { keepPrevious: true }).data ?? null
}

export function PresenceHead({ view }: { view: View }) {
  const t = useT()
  const language = useLanguage()
  const board = useBoard(view)
  const { state, start } = view.head
  const left = waiting(view).length
  const { here } = usePageState()
  const now = shownNow(view, here)
  const quorum = board?.quorum ?? null
  return (
    <div className="people-sum">
      {view.attendance.length > 0 && (
        <>
          <p className="medium">{presenceSummary(now, t)}</p>
          <div className="strip" aria-hidden="true">
            {now.map((person) => (
              <i key={person.id} data-presence={presenceOf(person)} />
            ))}
          </div>
        </>
      )}
      {quorum !== null && quorum.rule !== 'none' && (
        <p className="people-note">
          <Icon
            name={quorum.met === false ? 'warning' : quorum.met === null ? 'info' : 'check'}
            className={quorum.met === false ? 'warn' : 'ok'}
          />
          {quorum.met === null
            ? t('attendance:quorum.nobody')
            : t(quorum.met ? 'attendance:quorum.met' : 'attendance:quorum.short', {
                filled: quorum.filled,
                seats: quorum.seats,
                needed: quorum.needed ?? 0,
              })}
        </p>
      )}
      {(board?.blocking ?? []).map((one) => {
        const item = view.items.find(({ id }) => id === one.itemId)
        const number = item === undefined ? null : numberOf(item)
        return (
          <p key={`${one.paragraphId}${one.reason}`} className="people-note">
            <Icon name="warning" className="warn" />
            <button type="button" className="link" onClick={() => goToItem(one.itemId, true)}>
              {one.reason === 'lost'
                ? t('attendance:blocking.lost', { item: number ?? item?.title ?? '', names: one.names.join(', ') })
                : t('attendance:blocking.quorum', { item: number ?? item?.title ?? '' })}
            </button>
          </p>
        )
      })}
      {(state === 'running' || canBegin(view)) && (
        <div className="people-run">
          {state === 'running' ? (
            <>
              <span className="text-2">
                {start === null
                  ? t('attendance:meeting.runs')
                  : t('attendance:meeting.since', { time: clock(start, language) })}
              </span>
              <Button onClick={() => void endMeeting(view)}>{t('attendance:command.end')}</Button>
            </>
          ) : (
            <Button icon="clock" onClick={() => void beginMeeting(view)}>
              {t('attendance:command.begin')}
            </Button>
          )}
          {left > 0 && (
            <Button look="bare" onClick={() => void markAllThere(view, 'room')}>
              {t('attendance:command.allShort', { count: left })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
