/** An invitation from a calendar: what it says, who its people are, and the meeting it becomes. */
import './series.css'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { clock, weekdayDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { CallError } from '../../transport/host.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { Select } from '../../ui/field.tsx'
import { Known } from '../../ui/marks.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { Table } from '../../ui/table.tsx'
import { fileAsBase64 } from '../welcome/file.ts'
import { WhoChoice, type Choice } from './who-choice.tsx'

type Event = Output<'invitations.read'>['events'][number]
type Person = Event['people'][number]

/** Bytes of a calendar file that fit into a call. */
const mostBytes = 7_000_000

export function InvitationPage() {
  const t = useT()
  usePageTitle(t('series:invitation.title'), [{ label: t('places.meetings'), to: '/moten' }])
  const input = useRef<HTMLInputElement>(null)
  const [base64, setBase64] = useState<string | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error } = useRead('invitations.read', { base64: base64 ?? '' }, { enabled: base64 !== null })
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setFailed(null)
    setChosen(null)
    try {
      if (file.size > mostBytes) throw new CallError('calendar.unreadable')
      setBase64(await fileAsBase64(file))
    } catch (problem) {
      setBase64(null)
      setFailed(problem)
    }
  }
  const events = base64 === null ? [] : (data?.events ?? [])
  const event = events.find(({ uid }) => uid === chosen) ?? events[0]
  return (
    <DropArea words={t('series:invitation.drop')} take={([file]) => void take(file)}>
      <div className="page series-page">
        <h1 className="page-title">{t('series:invitation.title')}</h1>
        <p className="text-2 invitation-intro">{t('series:invitation.intro')}</p>
        <p className="series-do">
          <Button look={event === undefined ? 'primary' : 'plain'} icon="import" onClick={() => input.current?.click()}>
            {event === undefined ? t('series:invitation.choose') : t('series:invitation.another')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".ics,text/calendar"
            hidden
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0])
              // The same file again is a choice too.
              currentTarget.value = ''
            }}
          />
        </p>
        <ErrorMessage error={failed ?? (base64 === null ? null : error)} />
        {events.length > 1 && event !== undefined && (
          <div className="invitation-choice">
            <Select
              label={t('series:invitation.event')}
              value={event.uid}
              options={events.map((one) => ({ value: one.uid, label: `${one.date} ${one.title}` }))}
              onChange={setChosen}
            />
          </div>
        )}
        {event !== undefined && base64 !== null && <OneEvent key={event.uid} base64={base64} event={event} />}
      </div>
    </DropArea>
  )
}

function byDefault({ match, answer: _answer }: Person): Choice {
  const [known] = match.candidates
  return match.verdict === 'exact' && known !== undefined ? { id: known.id } : 'out'
}

function OneEvent({ base64, event }: { base64: string; event: Event }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map())
  const [seriesId, setSeriesId] = useState('')
  const { data: list } = useRead('series.list', {})
  const take = useWrite('invitations.take')
  const submit = () =>
    take.mutate(
      {
        base64,
        uid: event.uid,
        seriesId: seriesId === '' ? null : seriesId,
        people: [...choices].map(([index, choice]) => ({
          index,
          person:
            choice === 'out'
              ? null
              : choice === 'new'
                ? { name: event.people[index]?.name ?? event.people[index]?.email ?? '–' }
                : choice,
        })),
      },
      {
        onSuccess: ({ id }) => {
          if (id === null) {
            announce(t('series:invitation.removed'))
            navigate('/moten')
          } else navigate(meetingPath(id))
        },
      },
    )
  const times = [event.start, event.end].flatMap((time) => (time === null ? [] : [clock(time, language)])).join('–')
  const begun = event.meeting?.begun === true
  const verb = event.cancelled ? 'remove' : event.meeting === null ? 'make' : 'update'
  return (
    <section className="hero plan" aria-labelledby="invitation-title">
      <h2 id="invitation-title" className="heading">
        {event.title === '' ? t('series:invitation.event') : event.title}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('series:invitation.when')}</dt>
          <dd>
            {weekdayDate(event.date, language)} {times}
          </dd>
        </div>
        <div>
          <dt>{t('series:invitation.where')}</dt>
          <dd>
            <Known value={event.place} />
          </dd>
        </div>
        {event.remote !== null && (
          <div>
            <dt>{t('series:invitation.link')}</dt>
            <dd className="invitation-link">{event.remote}</dd>
          </div>
        )}
      </dl>
      {event.cancelled && <Message tone="warn" title={t('series:invitation.cancelled')} />}
      {event.outdated && <Message tone="warn" title={t('series:invitation.outdated')} />}
      {event.recurring && <Message title={t('series:invitation.recurring')} />}
      {event.warnings.map(({ code, words }) => (
        <Message key={`${code} ${words}`} tone="warn" title={t(`series:invitation.warnings.${code}`, { words })} />
      ))}
      {event.meeting !== null && (
        <Message
          tone={begun ? 'warn' : 'info'}
          title={t(begun ? 'series:invitation.begun' : 'series:invitation.known', { title: event.meeting.title })}
        />
      )}
      {event.meeting === null && !event.cancelled && (list?.series.length ?? 0) > 0 && (
        <div className="invitation-choice">
          <Select
            label={t('series:invitation.series')}
            value={seriesId}
            options={[
              { value: '', label: t('series:invitation.noSeries') },
              ...(list?.series ?? []).map((one) => ({ value: one.id, label: `${one.body} ${one.year}` })),
            ]}
            onChange={setSeriesId}
          />
        </div>
      )}
      {event.people.length > 0 && !event.cancelled && (
        <Table
          label={t('series:invitation.people')}
          head={
            <>
              <th scope="col">{t('series:invitation.person')}</th>
              <th scope="col">{t('series:invitation.answer')}</th>
              <th scope="col">{t('series:invitation.who')}</th>
            </>
          }
        >
          {event.people.map((one, index) => (
            <tr key={`${one.email} ${one.name ?? ''}`}>
              <td className="text">
                {one.name ?? one.email}
                {one.name !== null && one.email !== '' && <span className="text-3"> {one.email}</span>}
                {one.organiser && <span className="text-3"> {t('series:invitation.organiser')}</span>}
              </td>
              <td>{t(`series:invitation.answers.${one.answer}`)}</td>
              <td>
                <WhoChoice
                  label={t('series:invitation.whoNamed', { name: one.name ?? one.email })}
                  candidates={one.match.candidates}
                  choice={choices.get(index) ?? byDefault(one)}
                  onChange={(choice) => setChoices(new Map([...choices, [index, choice]]))}
                  asNew={one.name === null ? null : t('series:invitation.new')}
                  out={t('series:invitation.out')}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <div className="hero-do">
        <Button look={verb === 'remove' ? 'danger' : 'primary'} disabled={begun} busy={take.isPending} onClick={submit}>
          {t(`series:invitation.${verb}`)}
        </Button>
      </div>
      <ErrorMessage error={take.error} />
    </section>
  )
}
