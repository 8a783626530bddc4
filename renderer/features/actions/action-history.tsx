/** What became of one action: its changes, the meetings that took it up, and a note on how it goes. */
import { useState } from 'react'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import type { Output } from '#contract/methods.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { meetingPath, SourceLink } from '../../ui/source-link.tsx'

type Change = Output<'actions.history'>['changes'][number]
const statuses = ['open', 'done', 'dropped'] as const

function Changed({ change }: { change: Change }) {
  const t = useT()
  const language = useLanguage()
  const words = (value: string | null) => {
    if (change.field === 'due') return value === null ? t('actions:noDay') : shortDate(value, language)
    const status = statuses.find((one) => change.field === 'status' && one === value)
    return status === undefined ? (value ?? t('actions:nobody')) : t(`actions:one.${status}`)
  }
  return t(`actions:changed.${change.field}`, { old: words(change.old), new: words(change.new) })
}

export function ActionHistory({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { data, error } = useRead('actions.history', { id })
  const note = useWrite('actions.note')
  const takeOff = useWrite('actions.uncarry')
  const [typed, setTyped] = useState('')
  if (error !== null) return <ErrorMessage error={error} />
  if (data === undefined) return null
  const { changes, carries } = data
  return (
    <section aria-label={t('actions:history')} className="actions-history">
      {changes.length + carries.length === 0 && <p className="text-3">{t('actions:noHistory')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <span className="text-3">{shortDate(change.at.slice(0, 10), language)}</span> <Changed change={change} />
          </li>
        ))}
        {carries.map((carry) => (
          <li key={carry.id}>
            {carry.date !== null && <span className="text-3">{shortDate(carry.date, language)} </span>}
            <SourceLink to={meetingPath(carry.meetingId, carry.itemId)}>
              {t('actions:carriedTo', { title: carry.title })}
            </SourceLink>{' '}
            <Button look="bare" onClick={() => takeOff.mutate({ id: carry.id })}>
              {t('actions:takeOff')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="actions-note"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') return
          const sent = typed
          note.mutate(
            { id, text: typed.trim() },
            {
              onSuccess: () => {
                // The next one may have been begun meanwhile.
                setTyped((now) => (now === sent ? '' : now))
                announce(t('actions:said.noted'))
              },
            },
          )
        }}
      >
        <TextInput
          label={t('actions:note')}
          labelHidden
          placeholder={t('actions:notePlace')}
          value={typed}
          maxLength={4000}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" busy={note.isPending}>
          {t('actions:save')}
        </Button>
      </form>
      <ErrorMessage error={note.error ?? takeOff.error} />
    </section>
  )
}
