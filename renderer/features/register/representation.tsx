/** Whom a meeting heard: champions, contacts and groups in figures, and who was not there. */
import { Link } from 'wouter'
import type { Representation } from '#contract/representation.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { typeWords } from '../../i18n/type-words.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { registerPath } from './kinds.ts'

type Members = Representation['champions']

function Missing({ title, of }: { title: string; of: Members }) {
  if (of.absent.length === 0) return null
  return (
    <p className="small">
      <span className="text-3">{title}</span>{' '}
      {of.absent.map((one, index) => (
        <span key={one.personId}>
          {index > 0 && ', '}
          <Link href={registerPath('person', one.personId)} className="link">
            {one.person}
          </Link>
        </span>
      ))}
    </p>
  )
}

/** Shows itself only where the register knows of groups around the meeting. */
export function RepresentationBox({ meetingId }: { meetingId: string }) {
  const t = useT()
  const language = useLanguage()
  const clock = useClock()
  const { data } = useRead('meetings.representation', { id: meetingId, ...clock }, { keepPrevious: true })
  const groups = (data?.groups ?? []).filter(({ people }) => people.all > 0)
  if (data === undefined || groups.length === 0) return null
  const figures = ({ present, all }: { present: number; all: number }) => `${present}/${all}`
  return (
    <details className="heard">
      <summary>
        {t('register:heard.title')}{' '}
        <span className="text-2">
          {[
            clock.asOf === undefined ? null : t('register:heard.on', { date: shortDate(data.on, language) }),
            data.champions.all > 0 ? t('register:heard.champions', { figures: figures(data.champions) }) : null,
            data.contacts.all > 0 ? t('register:heard.contacts', { figures: figures(data.contacts) }) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </summary>
      <ul>
        {groups.map((group) => (
          <li key={group.bodyId}>
            <Link href={registerPath('body', group.bodyId)} className="link">
              {group.body}
            </Link>
            <span className="heard-bar" aria-hidden="true">
              <i style={{ width: `${(group.people.present / group.people.all) * 100}%` }} />
            </span>
            <span className="text-2">{figures(group.people)}</span>
          </li>
        ))}
      </ul>
      <Missing title={t('register:heard.championsAway')} of={data.champions} />
      <Missing title={t('register:heard.contactsAway')} of={data.contacts} />
      {data.sectors.length > 0 && (
        <p className="small">
          <span className="text-3">{t('register:heard.sectors')}</span>{' '}
          {data.sectors
            .map(({ type, people }) => `${type === null ? t('register:heard.noType') : typeWords(t, type)} ${people}`)
            .join(', ')}
          {data.unplaced > 0 && `, ${t('register:heard.unplaced', { count: data.unplaced })}`}
        </p>
      )}
    </details>
  )
}
