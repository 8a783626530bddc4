/** A contact taken: when, how, what it was about and what is to follow. */
import { useState } from 'react'
import type { Interaction } from '#contract/register-pages.ts'
import { today } from '../../i18n/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { lineOf } from './form-rules.ts'
import type { Owner } from './owner.ts'

const channels = ['meeting', 'call', 'mail', 'letter', 'visit', 'other'] as const

export function InteractionForm({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const t = useT()
  const add = useWrite('interactions.add')
  const done = useDone(onClose)
  const date = useDate(t('register:form.date'), today(), true)
  const [channel, setChannel] = useState<Interaction['channel']>('call')
  const [summary, setSummary] = useState('')
  const [followUp, setFollowUp] = useState('')
  const [tried, setTried] = useState(false)
  const missing = summary.trim() === ''
  const save = () => {
    setTried(true)
    const day = date.take()
    if (missing || day === null || day === undefined) return
    add.mutate(
      { date: day, channel, summary, followUp: lineOf(followUp), parties: [owner] },
      done('register:form.saved'),
    )
  }
  return (
    <FactForm
      id="interaction-form"
      title={t('register:form.addInteraction')}
      writes={[add]}
      onClose={onClose}
      onSave={save}
    >
      <div className="reg-form-two">
        {date.field}
        <Select
          label={t('register:form.channel')}
          value={channel}
          onChange={setChannel}
          options={channels.map((one) => ({ value: one, label: t(`register:channel.${one}`) }))}
        />
      </div>
      <TextArea
        label={t('register:form.summary')}
        error={tried && missing ? t('register:form.summaryMissing') : undefined}
        rows={3}
        maxLength={4000}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <TextInput
        label={t('register:form.followUp')}
        value={followUp}
        maxLength={1000}
        onChange={(event) => setFollowUp(event.currentTarget.value)}
      />
    </FactForm>
  )
}
