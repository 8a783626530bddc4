/** Möten: all meetings, the newest first. */
import './list.css'
import { useEffect, useRef, useState } from 'react'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { usePageCommands } from '../../../commands/registry.ts'
import { useT } from '../../../i18n/i18n.ts'
import { whenIdle } from '../../../shell/idle.ts'
import { usePageTitle } from '../../../shell/page-title.ts'
import { readOptions } from '../../../transport/hooks.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState, ErrorMessage } from '../../../ui/message.tsx'
import { thenFocus } from '../../../ui/then-focus.ts'
import { fetchAhead } from '../fetch-page.ts'
import { MeetingTable } from './meeting-table.tsx'
import { NewMeetingForm } from './new-meeting-form.tsx'

/** Meetings fetched at a time. */
const page = 50

export function MeetingListPage() {
  const t = useT()
  usePageTitle(t('places.meetings'))
  // Whoever looks at the list opens one of them next.
  useEffect(() => whenIdle(fetchAhead), [])
  const [pages, setPages] = useState(1)
  const [making, setMaking] = useState(false)
  const makeButton = useRef<HTMLButtonElement>(null)
  const stopMaking = () =>
    thenFocus(
      () => setMaking(false),
      () => makeButton.current,
    )
  usePageCommands(
    () => [
      {
        id: 'meetings.new.form',
        labelKey: 'newMeeting.label',
        group: 'create',
        icon: 'plus',
        shortcut: 'N',
        hidden: true,
        run: () => setMaking(true),
      },
    ],
    [],
  )
  const results = useQueries({
    queries: Array.from({ length: pages }, (_, index) => ({
      ...readOptions('meetings.list', { limit: page, offset: index * page }),
      placeholderData: keepPreviousData,
    })),
  })
  const error = results.find((result) => result.error !== null)?.error ?? null
  const [first] = results
  if (error !== null) {
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  }
  if (first?.data === undefined) return null
  const { total } = first.data
  const rows = results.flatMap((result) => result.data?.meetings ?? [])
  return (
    <div className="page">
      <div className="list-head">
        <h1 className="page-title">
          {t('places.meetings')} {total > 0 && <span className="text-3">{total}</span>}
        </h1>
        {total > 0 && !making && (
          <>
            <Button ref={makeButton} icon="plus" shortcut="N" onClick={() => setMaking(true)}>
              {t('newMeeting.label')}
            </Button>
            <ButtonLink look="bare" icon="import" to="/las-in">
              {t('readIn.label')}
            </ButtonLink>
            <ButtonLink look="bare" icon="date" to="/serier">
              {t('seriesGo.open')}
            </ButtonLink>
          </>
        )}
      </div>
      {making && <NewMeetingForm latest={rows[0] ?? null} onClose={stopMaking} />}
      {total === 0 ? (
        <EmptyState
          action={
            <span className="empty-do">
              <ButtonLink icon="import" to="/las-in">
                {t('readIn.label')}
              </ButtonLink>
              <ButtonLink look="bare" icon="date" to="/serier">
                {t('seriesGo.open')}
              </ButtonLink>
              {!making && (
                <Button ref={makeButton} look="bare" icon="plus" shortcut="N" onClick={() => setMaking(true)}>
                  {t('newMeeting.label')}
                </Button>
              )}
            </span>
          }
        >
          {t('meetings:list.empty')}
        </EmptyState>
      ) : (
        <MeetingTable rows={rows} />
      )}
      {rows.length < total && (
        <p className="list-more">
          <Button look="bare" icon="down" onClick={() => setPages(pages + 1)}>
            {t('meetings:list.more', { count: Math.min(page, total - rows.length) })}
          </Button>
          <span className="text-3">{t('meetings:list.shown', { shown: rows.length, total })}</span>
        </p>
      )}
    </div>
  )
}
