/** Contact points, contacts taken and judgements of a person or an organisation, with the way to add each. */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Assessment, Interaction, PersonView } from '#contract/register-pages.ts'
import { parseDate, shortDate, today } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { NotSaid, Section } from './parts.tsx'

type Owner = { kind: 'person' | 'organisation'; id: string }

/** A small form that opens under its heading. */
function Adding(props: {
  onSave: () => boolean
  busy: boolean
  error: unknown
  onCancel: () => void
  children: ReactNode
}) {
  const t = useT()
  const save = (event: FormEvent) => {
    event.preventDefault()
    props.onSave()
  }
  return (
    <form className="reg-form reg-form-small" onSubmit={save}>
      {props.children}
      <ErrorMessage error={props.error} />
      <div className="reg-form-do">
        <Button type="submit" busy={props.busy}>
          {t('register:save')}
        </Button>
        <Button look="bare" onClick={props.onCancel}>
          {t('register:cancel')}
        </Button>
      </div>
    </form>
  )
}

const contactKinds = ['email', 'phone', 'address', 'url'] as const

export function ContactSection({ owner, contacts }: { owner: Owner; contacts: PersonView['contacts'] }) {
  const t = useT()
  const add = useWrite('contacts.add')
  const remove = useWrite('contacts.remove')
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof contactKinds)[number]>('email')
  const [value, setValue] = useState('')
  const save = () => {
    if (value.trim() === '') return false
    add.mutate(
      { owner: { kind: owner.kind, id: owner.id }, kind, value },
      {
        onSuccess: () => {
          setValue('')
          setOpen(false)
        },
      },
    )
    return true
  }
  return (
    <Section
      id="contacts"
      title={t('register:contacts')}
      count={contacts.length}
      action={<IconButton icon="plus" label={t('register:form.addContact')} onClick={() => setOpen(!open)} />}
    >
      {open && (
        <Adding onSave={save} busy={add.isPending} error={add.error} onCancel={() => setOpen(false)}>
          <Select
            label={t('register:form.contactKind')}
            value={kind}
            onChange={setKind}
            options={contactKinds.map((one) => ({ value: one, label: t(`register:contact.${one}`) }))}
          />
          <TextInput
            label={t('register:form.contactValue')}
            value={value}
            maxLength={1000}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </Adding>
      )}
      {contacts.length === 0 && !open ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {contacts.map((one) => (
            <li key={one.id}>
              <span>
                <span className="text-3">{t(`register:contact.${one.kind}`)}</span> {one.value}
              </span>
              <IconButton
                icon="cross"
                label={t('register:form.removeNamed', { name: one.value })}
                onClick={() => remove.mutate({ id: one.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const channels = ['meeting', 'call', 'mail', 'letter', 'visit', 'other'] as const

export function InteractionSection({ owner, interactions }: { owner: Owner; interactions: readonly Interaction[] }) {
  const t = useT()
  const language = useLanguage()
  const add = useWrite('interactions.add')
  const remove = useWrite('interactions.remove')
  const [open, setOpen] = useState(false)
  const [date, setDate] = useState('')
  const [wrong, setWrong] = useState(false)
  const [channel, setChannel] = useState<(typeof channels)[number]>('call')
  const [summary, setSummary] = useState('')
  const [followUp, setFollowUp] = useState('')
  const save = () => {
    const day = date.trim() === '' ? today() : parseDate(date)
    setWrong(day === null)
    if (day === null || summary.trim() === '') return false
    add.mutate(
      {
        date: day,
        channel,
        summary,
        followUp: followUp.trim() === '' ? null : followUp.trim(),
        parties: [{ kind: owner.kind, id: owner.id }],
      },
      {
        onSuccess: () => {
          setSummary('')
          setFollowUp('')
          setOpen(false)
          announce(t('register:form.added'))
        },
      },
    )
    return true
  }
  return (
    <Section
      id="interactions"
      title={t('register:interactions')}
      count={interactions.length}
      action={<IconButton icon="plus" label={t('register:form.addInteraction')} onClick={() => setOpen(!open)} />}
    >
      {open && (
        <Adding onSave={save} busy={add.isPending} error={add.error} onCancel={() => setOpen(false)}>
          <TextInput
            label={t('register:form.date')}
            placeholder={shortDate(today(), language)}
            error={wrong ? t('date.unusable') : undefined}
            value={date}
            maxLength={40}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Select
            label={t('register:form.channel')}
            value={channel}
            onChange={setChannel}
            options={channels.map((one) => ({ value: one, label: t(`register:channel.${one}`) }))}
          />
          <TextArea
            label={t('register:form.summary')}
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
        </Adding>
      )}
      {interactions.length === 0 && !open ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {interactions.map((one) => (
            <li key={one.id}>
              <span className="medium">
                {shortDate(one.date, language)} · {t(`register:channel.${one.channel}`)}
              </span>
              <IconButton
                icon="cross"
                label={t('register:form.removeNamed', { name: shortDate(one.date, language) })}
                onClick={() => remove.mutate({ id: one.id })}
              />
              <span className="reg-under">{one.summary}</span>
              {one.followUp !== null && (
                <span className="reg-under">{t('register:followUp', { what: one.followUp })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const scales = ['power', 'interest', 'position', 'legitimacy', 'urgency'] as const
const levels = ['', '1', '2', '3', '4', '5'] as const

export function AssessmentSection({ owner, assessments }: { owner: Owner; assessments: readonly Assessment[] }) {
  const t = useT()
  const language = useLanguage()
  const add = useWrite('assessments.add')
  const [open, setOpen] = useState(false)
  const [issue, setIssue] = useState('')
  const [author, setAuthor] = useState('')
  const [rationale, setRationale] = useState('')
  const [values, setValues] = useState<Partial<Record<(typeof scales)[number], (typeof levels)[number]>>>({})
  const level = (scale: (typeof scales)[number]) => {
    const value = values[scale] ?? ''
    return value === '' ? null : Number(value)
  }
  const ready = issue.trim() !== '' && author.trim() !== '' && scales.some((scale) => level(scale) !== null)
  const save = () => {
    if (!ready) return false
    add.mutate(
      {
        owner: { kind: owner.kind, id: owner.id },
        issue,
        author,
        rationale,
        asOf: today(),
        ...Object.fromEntries(scales.map((scale) => [scale, level(scale)])),
      },
      {
        onSuccess: () => {
          setValues({})
          setRationale('')
          setOpen(false)
        },
      },
    )
    return true
  }
  return (
    <Section
      id="assessments"
      title={t('register:assessments')}
      count={assessments.length}
      action={<IconButton icon="plus" label={t('register:form.addAssessment')} onClick={() => setOpen(!open)} />}
    >
      {open && (
        <Adding onSave={save} busy={add.isPending} error={add.error} onCancel={() => setOpen(false)}>
          <TextInput
            label={t('register:form.issue')}
            value={issue}
            maxLength={500}
            onChange={(event) => setIssue(event.currentTarget.value)}
          />
          <div className="reg-form-scales">
            {scales.map((scale) => (
              <Select
                key={scale}
                label={t(`register:scale.${scale}`)}
                value={values[scale] ?? ''}
                onChange={(value) => setValues({ ...values, [scale]: value })}
                options={levels.map((value) => ({ value, label: value === '' ? '–' : value }))}
              />
            ))}
          </div>
          <TextArea
            label={t('register:form.rationale')}
            rows={2}
            maxLength={4000}
            value={rationale}
            onChange={(event) => setRationale(event.currentTarget.value)}
          />
          <TextInput
            label={t('register:form.author')}
            hint={t('register:form.assessmentHint')}
            value={author}
            maxLength={200}
            onChange={(event) => setAuthor(event.currentTarget.value)}
          />
        </Adding>
      )}
      {assessments.length === 0 && !open ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {assessments.map((one) => (
            <li key={one.id}>
              <span className="medium">{one.issue}</span>
              <span className="reg-aside">{shortDate(one.asOf, language)}</span>
              <span className="reg-under">
                {scales
                  .filter((scale) => one[scale] !== null)
                  .map((scale) => `${t(`register:scale.${scale}`)} ${one[scale] ?? ''}/5`)
                  .join(' · ')}
              </span>
              {one.rationale !== '' && <span className="reg-under">{one.rationale}</span>}
              <span className="reg-under">{t('register:judgedBy', { name: one.author })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
