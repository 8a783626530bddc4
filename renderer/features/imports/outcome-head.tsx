/** The head of a meeting as it was read. What no line says stands as unknown. */
import type { ReactNode } from 'react'
import type { Officer } from '#contract/proposal.ts'
import { clock, shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { formWords } from '../../i18n/meeting-words.ts'
import { Known } from '../../ui/marks.tsx'
import { nameKey } from './decisions.ts'
import type { OutcomeProps } from './outcome-props.ts'
import { StandingMark } from './standing-mark.tsx'

function Row({ name, out, children, after }: { name: string; out: string; children: ReactNode; after?: ReactNode }) {
  return (
    <div className="import-fact" data-out={out}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {after !== undefined && <dd className="import-fact-after">{after}</dd>}
    </div>
  )
}

export function HeadFields({ meeting, names }: OutcomeProps) {
  const t = useT()
  const language = useLanguage()
  const forms = formWords(t)
  const { start, end, nextMeeting } = meeting
  const time =
    start === null && end === null
      ? null
      : `${start === null ? '' : clock(start, language)}–${end === null ? '' : clock(end, language)}`
  const holders = (role: Officer['role']) => meeting.officers.filter((one) => one.role === role).map(({ name }) => name)
  return (
    <section className="import-group" aria-labelledby="import-head">
      <h2 className="heading" id="import-head">
        {t('imports:head.title')}
      </h2>
      <dl className="import-facts">
        <Row name={t('imports:head.name')} out="title">
          <span className="record">{meeting.title}</span>
        </Row>
        <Row name={t('imports:head.kind')} out="kind">
          {t(`imports:kind.${meeting.kind}`)}
        </Row>
        <Row
          name={t('imports:head.body')}
          out="body"
          {...(meeting.body === null
            ? {}
            : {
                after: (
                  <StandingMark kind="body" name={meeting.body} standing={names.get(nameKey('body', meeting.body))} />
                ),
              })}
        >
          <Known value={meeting.body} />
        </Row>
        <Row name={t('imports:head.sender')} out="sender">
          <Known value={meeting.sender} />
        </Row>
        <Row name={t('imports:head.date')} out="date">
          <Known value={meeting.date === null ? null : shortDate(meeting.date, language)} />
        </Row>
        <Row name={t('imports:head.time')} out="time">
          <Known value={time} />
        </Row>
        <Row name={t('imports:head.place')} out="place">
          <Known value={meeting.place} />
        </Row>
        <Row name={t('imports:head.form')} out="form">
          <Known value={meeting.form === null ? null : forms[meeting.form]} />
        </Row>
        <Row name={t('imports:head.dnr')} out="dnr">
          <Known value={meeting.dnr} />
        </Row>
        <Row name={t('imports:head.chair')} out="chair">
          <Known value={holders('chair').join(', ')} />
        </Row>
        <Row name={t('imports:head.secretary')} out="secretary">
          <Known value={holders('secretary').join(', ')} />
        </Row>
        <Row name={t('imports:head.adjusters')} out="adjuster">
          <Known value={holders('adjuster').join(', ')} />
        </Row>
        <Row name={t('imports:head.next')} out="next">
          <Known value={nextMeeting === null ? null : shortDate(nextMeeting.date, language)} />
          {nextMeeting?.basis === 'inferred' && <span className="text-3"> {t('inferred')}</span>}
        </Row>
      </dl>
    </section>
  )
}
