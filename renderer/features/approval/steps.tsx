/** The next step of the minutes: out for approval, approved and locked, unlocked with a reason, to the records. */
import { useState } from 'react'
import type { ApprovalView } from '#contract/approval.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useTask, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

const dayOf = (typed: string) => {
  const found = parseDate(typed)
  return found !== null && found.length === 10 ? found : null
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const t = useT()
  const unusable = value.trim() !== '' && dayOf(value) === null
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={40}
      placeholder={t('date.placeholder')}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(unusable ? { error: t('date.unusable') } : {})}
    />
  )
}

function Circulate({ meetingId, approveBy }: { meetingId: string; approveBy: string | null }) {
  const t = useT()
  const language = useLanguage()
  const [typed, setTyped] = useState(approveBy === null ? '' : shortDate(approveBy, language))
  const write = useWrite('approval.circulate')
  const usable = typed.trim() === '' || dayOf(typed) !== null
  return (
    <form
      className="approval-step"
      onSubmit={(event) => {
        event.preventDefault()
        if (!usable) return
        write.mutate(
          { meetingId, on: today(), approveBy: dayOf(typed) },
          { onSuccess: () => announce(t('approval:said.circulated')) },
        )
      }}
    >
      <DayField label={t('approval:approveBy')} value={typed} onChange={setTyped} />
      <Button type="submit" busy={write.isPending}>
        {t('approval:circulate')}
      </Button>
      <ErrorMessage error={write.error} />
    </form>
  )
}

function Approve({ meetingId, blocked }: { meetingId: string; blocked: boolean }) {
  const t = useT()
  const language = useLanguage()
  const [typed, setTyped] = useState(shortDate(today(), language))
  const task = useTask('approval.approve')
  const on = dayOf(typed)
  return (
    <form
      className="approval-step"
      onSubmit={(event) => {
        event.preventDefault()
        if (on === null) return
        task.mutate(
          { meetingId, on },
          { onSuccess: ({ version }) => announce(t('approval:said.approved', { version })) },
        )
      }}
    >
      <DayField label={t('approval:approveOn')} value={typed} onChange={setTyped} />
      <Button type="submit" look="primary" icon="check" busy={task.isPending} disabled={blocked || on === null}>
        {t('approval:approve')}
      </Button>
      <ErrorMessage error={task.error} />
    </form>
  )
}

function Unlock({ meetingId }: { meetingId: string }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const task = useTask('approval.unlock')
  return (
    <form
      className="approval-step"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return
        task.mutate({ meetingId, reason: reason.trim() }, { onSuccess: () => announce(t('approval:said.unlocked')) })
      }}
    >
      <TextInput
        label={t('approval:reason')}
        hint={t('approval:unlockHint')}
        value={reason}
        maxLength={2000}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" busy={task.isPending}>
        {t('approval:unlock')}
      </Button>
      <ErrorMessage error={task.error} />
    </form>
  )
}

export function Steps({ view: { id, head }, approval }: { view: MeetingView; approval: ApprovalView }) {
  const t = useT()
  const { state, blocking, approveBy } = approval
  const withdraw = useWrite('approval.withdraw')
  const archive = useWrite('approval.archive')
  const over = state === 'draft' || state === 'circulated'
  return (
    <section className="approval-steps" aria-label={t('approval:title')}>
      {state === 'draft' && <Circulate meetingId={id} approveBy={approveBy} />}
      {over && (head.kind !== 'protokoll' || state === 'circulated') && (
        <Approve meetingId={id} blocked={blocking.length > 0} />
      )}
      {state === 'circulated' && (
        <Button look="bare" busy={withdraw.isPending} onClick={() => withdraw.mutate({ meetingId: id })}>
          {t('approval:withdraw')}
        </Button>
      )}
      {(state === 'approved' || state === 'archived') && (
        <>
          <Unlock meetingId={id} />
          <Button
            look="bare"
            busy={archive.isPending}
            onClick={() => archive.mutate({ meetingId: id, archived: state === 'approved' })}
          >
            {t(state === 'approved' ? 'approval:archive' : 'approval:unarchive')}
          </Button>
        </>
      )}
      <ErrorMessage error={withdraw.error ?? archive.error} />
    </section>
  )
}
