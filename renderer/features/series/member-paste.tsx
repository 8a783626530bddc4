/** Members from pasted lines: what each line says, whom it stands for, then all at once. */
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Output } from '#contract/methods.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { call } from '../../transport/client.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextInput } from '../../ui/field.tsx'
import { KeyForm } from '../../ui/keys-within.tsx'
import { Known } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { Table } from '../../ui/table.tsx'
import { WhoChoice, type Choice } from './who-choice.tsx'

type Read = Output<'series.readMembers'>['people'][number]

const keyOf = (one: Read) => `${one.line} ${one.name}`

function byDefault({ match, member }: Read): Choice {
  const [known] = match.candidates
  if (member) return 'out'
  return match.verdict === 'exact' && known !== undefined ? { id: known.id } : 'new'
}

export function MemberPaste({ id, latest, onClose }: { id: string; latest: string | null; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const [date, setDate] = useState(() => shortDate(`${today().slice(0, 4)}-01-01`, language))
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const late = useDeferredValue(text)
  const from = parseDate(date)
  const whole = from !== null && from.length === 10 ? from : null
  const { data, error } = useRead(
    'series.readMembers',
    { id, text: late.slice(0, 200_000), on: today() },
    { enabled: late.trim() !== '', keepPrevious: true },
  )
  const add = useWrite('series.addMembers')
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const people = text.trim() === '' ? [] : (data?.people ?? [])
  const unread = text.trim() === '' ? [] : (data?.unread ?? [])
  const choiceOf = (one: Read) => choices.get(keyOf(one)) ?? byDefault(one)
  const wanted = people.flatMap((one) => {
    const choice = choiceOf(one)
    if (choice === 'out') return []
    return [{ person: choice === 'new' ? { name: one.name } : choice, role: one.role, organisation: one.organisation }]
  })
  const asked = people.filter((one) => one.match.verdict === 'near' && !choices.has(keyOf(one))).length
  const submit = () => {
    if (whole === null || wanted.length === 0 || add.isPending) return
    add.mutate(
      { id, from: whole, members: wanted },
      {
        onSuccess: ({ added }) => {
          announce(t('series:membersAdded', { count: added }))
          onClose()
        },
      },
    )
  }
  const takeLatest = async () => {
    if (latest === null) return
    try {
      const { attendance } = await call('meetings.get', { id: latest })
      const lines = attendance.map(({ name, capacity, organisation }) =>
        [name, capacity, organisation].filter((part) => part !== null && part !== '').join(', '),
      )
      setText(lines.join('\n'))
    } catch (failure) {
      announce(errorText(failure))
    }
  }
  return (
    <KeyForm ref={form} className="member-paste" label={t('series:membersAdd')} onSubmit={submit} onLeave={onClose}>
      <TextArea
        label={t('series:membersLines')}
        hint={t('series:membersLinesHint')}
        rows={Math.min(14, Math.max(5, text.split('\n').length + 1))}
        maxLength={200_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="member-from">
        <TextInput
          label={t('series:membersFrom')}
          value={date}
          placeholder={t('date.placeholder')}
          error={whole === null ? t('series:dayUnusable') : undefined}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        {latest !== null && text === '' && (
          <Button look="bare" icon="person" onClick={() => void takeLatest()}>
            {t('series:membersLatest')}
          </Button>
        )}
      </div>
      <ErrorMessage error={error} />
      {people.length > 0 && (
        <Table
          label={t('series:membersRead')}
          head={
            <>
              <th scope="col">{t('series:memberName')}</th>
              <th scope="col">{t('series:memberRole')}</th>
              <th scope="col">{t('series:memberFor')}</th>
              <th scope="col">{t('series:memberWho')}</th>
            </>
          }
        >
          {people.map((one) => (
            <tr key={keyOf(one)}>
              <td className="text">{one.name}</td>
              <td className="text">
                <Known value={one.role} />
              </td>
              <td className="text">
                <Known value={one.organisation} />
              </td>
              <td>
                <WhoChoice
                  label={t('series:memberWhoNamed', { name: one.name })}
                  candidates={one.match.candidates}
                  choice={choiceOf(one)}
                  onChange={(choice) => setChoices(new Map([...choices, [keyOf(one), choice]]))}
                  asNew={t('series:memberNew')}
                  out={one.member ? t('series:memberAlready') : t('series:memberOut')}
                  asked={one.match.verdict === 'near' && choiceOf(one) === 'new'}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {unread.length > 0 && (
        <p className="text-2 small">
          {t('series:membersUnread', {
            count: unread.length,
            lines: unread.map(({ quote }) => `”${quote.slice(0, 60)}”`).join(', '),
          })}
        </p>
      )}
      {asked > 0 && <p className="warn small">{t('series:membersAsked', { count: asked })}</p>}
      <div className="series-new-do">
        <Button look="primary" type="submit" busy={add.isPending} aria-disabled={wanted.length === 0 || undefined}>
          {t('series:membersTake', { count: wanted.length })}
        </Button>
        <Button look="bare" onClick={onClose}>
          {t('series:cancel')}
        </Button>
      </div>
      <ErrorMessage error={add.error} />
    </KeyForm>
  )
}
