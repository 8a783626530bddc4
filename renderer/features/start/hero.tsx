/** The top of Start: what comes next, or what was last. */
import { useLocation } from 'wouter'
import { daysBetween } from '#contract/calendar.ts'
import { shortDate, weekdayDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { formWords } from '../../i18n/meeting-words.ts'
import { announce } from '../../shell/announce.ts'
import { useTask } from '../../transport/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Known, Unknown } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { visible } from '../../ui/visible.ts'
import { newMeeting } from './new-meeting.ts'
import { WordFindings } from './word-findings.tsx'
import type { Ahead, Meeting, MeetingRow } from './start-data.ts'

export function NextMeeting({ next, row, carried }: { next: Ahead; row: MeetingRow; carried: number }) {
  const t = useT()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const days = daysBetween(today(), next.date)
  return (
    <section className="hero" aria-labelledby="hero-title">
      <p className="hero-when">
        <span className="hero-what">{t('start:next')}</span>
        <span>{weekdayDate(next.date, language)}</span>
        {days !== null && <span className="text-3">{t('start:inDays', { count: days })}</span>}
        {next.inferred && <span className="text-3">{t('inferred')}</span>}
      </p>
      <h1 id="hero-title">{visible(next.title)}</h1>
      <dl className="facts">
        <div>
          <dt>{t('start:form')}</dt>
          <dd>
            <Unknown />
          </dd>
        </div>
        <div>
          <dt>{t('start:place')}</dt>
          <dd>
            <Unknown />
          </dd>
        </div>
        <div>
          <dt>{t('start:lastTime')}</dt>
          <dd>
            <Known value={row.participants === 0 ? null : t('start:participants', { count: row.participants })} />
          </dd>
        </div>
        <div>
          <dt>{t('start:carried', { date: row.date === null ? '' : shortDate(row.date, language) })}</dt>
          <dd>{t('start:actionCount', { count: carried })}</dd>
        </div>
      </dl>
      <div className="hero-do">
        <Button
          look="primary"
          onClick={() =>
            void newMeeting((to) => navigate(to), {
              title: next.title,
              date: next.date,
              body: row.body,
              kind: row.kind,
            })
          }
        >
          {t('start:prepare')}
        </Button>
        <ButtonLink to={meetingPath(row.id)}>{t(`start:openLatest.${row.kind}`)}</ButtonLink>
      </div>
    </section>
  )
}

export function LatestMeeting(props: { row: MeetingRow; meeting: Meeting | null; findings: number }) {
  const { row, meeting, findings } = props
  const t = useT()
  const language = useLanguage()
  const word = useTask('word.export')
  const forms = formWords(t)
  const head = meeting?.head
  const save = () =>
    word.mutate(
      { meetingId: row.id },
      {
        onSuccess: ({ saved, fileName }) => {
          if (saved !== null) announce(t('start:wordSaved', { file: fileName }))
        },
      },
    )
  return (
    <section className="hero" aria-labelledby="hero-title">
      <p className="hero-when">
        <span className="hero-what">{t('start:latest')}</span>
        <span>
          <Known value={row.date === null ? null : weekdayDate(row.date, language)} />
        </span>
      </p>
      <h1 id="hero-title">{visible(row.body ?? row.title)}</h1>
      <dl className="facts">
        <div>
          <dt>{t('start:form')}</dt>
          <dd>
            <Known value={row.form === null ? null : forms[row.form]} />
          </dd>
        </div>
        <div>
          <dt>{t('start:contents')}</dt>
          <dd>
            {t('start:items', { count: row.items })}, {t('start:participants', { count: row.participants })}
          </dd>
        </div>
        <div>
          <dt>{t('start:decided')}</dt>
          <dd>
            {t('start:decisionCount', { count: row.decisions })}, {t('start:actionCount', { count: row.actions })}
          </dd>
        </div>
        <div>
          <dt>{t('start:next')}</dt>
          <dd>
            <Known value={head?.nextDate === null || head === undefined ? null : shortDate(head.nextDate, language)} />
            {head?.nextDateBasis === 'inferred' && <span className="text-3"> {t('inferred')}</span>}
          </dd>
        </div>
      </dl>
      <div className="hero-do">
        <ButtonLink look="primary" to={meetingPath(row.id)}>
          {findings > 0 ? t(`start:review.${row.kind}`) : t(`start:open.${row.kind}`)}
        </ButtonLink>
        <Button icon="word" busy={word.isPending} onClick={save}>
          {t('start:word')}
        </Button>
      </div>
      <ErrorMessage error={word.error} />
      {word.data !== undefined && word.data.saved !== null && word.data.findings.length > 0 && (
        <WordFindings
          findings={word.data.findings}
          file={word.data.saved === '' ? word.data.fileName : word.data.saved}
        />
      )}
    </section>
  )
}
