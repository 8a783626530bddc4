/** One action: what, who, when, where it was said, how it stands; its history opens below it. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { ActionRow } from '#contract/actions.ts'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { itemPlace, meetingPath, SourceLink } from '../../ui/source-link.tsx'
import { registerPath } from '../register/kinds.ts'
import { ActionHistory } from './action-history.tsx'

function Owner({ action: { owner, ownerKind, ownerId } }: { action: ActionRow }) {
  const t = useT()
  if (owner === null) return <Unknown>{t('actions:whoAsk')}</Unknown>
  if (ownerKind === null || ownerId === null) return owner
  return <Link href={registerPath(ownerKind, ownerId)}>{owner}</Link>
}

function Due({ action: { due, dueDate, overdue } }: { action: ActionRow }) {
  const t = useT()
  const language = useLanguage()
  if (due === null && dueDate === null) return <Unknown>{t('actions:whenAsk')}</Unknown>
  return (
    <span className={overdue ? 'actions-late' : undefined} title={due ?? undefined}>
      {dueDate === null ? due : shortDate(dueDate, language)}
      {overdue && <span className="actions-late-word">{t('actions:overdue')}</span>}
    </span>
  )
}

/** Meeting and item, as a link to the words. */
export function Origin({
  row,
}: {
  row: Pick<ActionRow, 'meetingId' | 'itemId' | 'itemNumber' | 'date' | 'body' | 'meetingTitle'>
}) {
  const t = useT()
  const language = useLanguage()
  const { meetingId, itemId, itemNumber, date, body, meetingTitle } = row
  const words = [
    date === null ? meetingTitle : shortDate(date, language),
    itemNumber === null ? null : itemPlace(t, itemNumber),
  ]
  return (
    <>
      <SourceLink to={meetingPath(meetingId, itemId)}>{words.filter((one) => one !== null).join(', ')}</SourceLink>
      {body !== null && <span className="actions-under">{body}</span>}
    </>
  )
}

export function ActionRows({ action }: { action: ActionRow }) {
  const t = useT()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const write = useWrite('actions.setStatus')
  const set = (status: ActionRow['status']) =>
    write.mutate({ id: action.id, status, on: today() }, { onSuccess: () => announce(t(`actions:said.${status}`)) })
  return (
    <>
      <tr data-status={action.status}>
        <td className="text actions-what">
          <button type="button" data-row className="actions-open" aria-expanded={open} onClick={() => setOpen(!open)}>
            {action.text}
          </button>
          {action.carried > 0 && (
            <span className="actions-under">{t('actions:carried', { count: action.carried })}</span>
          )}
          <ErrorMessage error={write.error} />
        </td>
        <td className="text">
          <Owner action={action} />
        </td>
        <td>
          <Due action={action} />
        </td>
        <td>
          <Origin row={action} />
        </td>
        <td className="actions-do">
          {action.status === 'open' ? (
            <>
              <Button look="bare" icon="check" onClick={() => set('done')}>
                {t('actions:done')}
                <span className="visually-hidden"> {action.text}</span>
              </Button>
              <Button look="bare" onClick={() => set('dropped')}>
                {t('actions:drop')}
                <span className="visually-hidden"> {action.text}</span>
              </Button>
            </>
          ) : (
            <>
              <span className="text-2">
                {action.closedOn === null
                  ? t(`actions:one.${action.status}`)
                  : t('actions:closed', {
                      status: t(`actions:one.${action.status}`),
                      date: shortDate(action.closedOn, language),
                    })}
              </span>
              <Button look="bare" onClick={() => set('open')}>
                {t('actions:reopen')}
                <span className="visually-hidden"> {action.text}</span>
              </Button>
            </>
          )}
        </td>
      </tr>
      {open && (
        <tr className="actions-more">
          <td colSpan={5}>
            <ActionHistory id={action.id} />
          </td>
        </tr>
      )}
    </>
  )
}
