/** The log: who was looked up, sent out, restricted or erased, and when; never what was said. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { clockOf, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { isKey, useLanguage, useT } from '../../i18n/i18n.ts'
import type { T } from '../../i18n/resources.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { Table } from '../../ui/table.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { registerPath } from '../register/kinds.ts'
import { privacyPath } from './commands.ts'

type Entry = Output<'privacy.log'>['entries'][number]

const firstRows = 200
const mostRows = 1000
const proposals = 12

/** A code of the log in words; figures and codes without words stay as they are. */
function detailWords(t: T, detail: string | null): string {
  return (detail ?? '')
    .split(' ')
    .map((part) => {
      const key = `privacy:log.detail.${part}`
      return isKey(key) ? t(key) : part
    })
    .join(' ')
}

function Whom({ entry }: { entry: Entry }) {
  const t = useT()
  const kind = `privacy:log.kind.${entry.subjectKind}`
  const words = isKey(kind) ? t(kind) : entry.subjectKind
  if (entry.subjectId === null)
    return <span className="text-2">{entry.subjectKind === 'person' ? t('privacy:log.byName') : words}</span>
  if (entry.subject === null)
    return <span className="text-3">{entry.subjectKind === 'person' ? t('privacy:log.gone') : words}</span>
  const path = entry.subjectKind === 'meeting' ? meetingPath(entry.subjectId) : registerPath('person', entry.subjectId)
  return (
    <Link href={path} className="link">
      {entry.subject}
    </Link>
  )
}

/** Whose lines are shown. A restricted person is found under their own heading and comes here by the address. */
function PersonFilter({ person, name }: { person: string | undefined; name: string | null }) {
  const t = useT()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const { data } = useRead(
    'register.list',
    { kind: 'person', query: typed, limit: proposals },
    { enabled: typed.trim() !== '', keepPrevious: true },
  )
  if (person !== undefined)
    return (
      <p className="privacy-filtered">
        <span className="medium">{name ?? t('privacy:log.gone')}</span>
        <Button look="bare" icon="cross" onClick={() => navigate(`${privacyPath}/logg`)}>
          {t('privacy:log.all')}
        </Button>
      </p>
    )
  return (
    <div className="privacy-filter">
      <Combobox
        label={t('privacy:log.filter')}
        value={typed}
        onChange={setTyped}
        suggestions={
          typed.trim() === ''
            ? []
            : (data?.rows ?? []).map((row) => ({
                id: row.id,
                label: row.name,
                detail: row.detail,
                kind: 'person' as const,
              }))
        }
        onChoose={({ id }) => navigate(`${privacyPath}/logg/${id}`)}
      />
    </div>
  )
}

export function LogPart({ person }: { person: string | undefined }) {
  const t = useT()
  const language = useLanguage()
  const [limit, setLimit] = useState(firstRows)
  const { data, error } = useRead(
    'privacy.log',
    { ...(person === undefined ? {} : { id: person }), limit },
    { keepPrevious: true },
  )
  const entries = data?.entries ?? []
  return (
    <>
      <p className="text-2 privacy-lead">{t('privacy:log.text')}</p>
      <PersonFilter
        key={person}
        person={person}
        name={entries.find(({ subject }) => subject !== null)?.subject ?? null}
      />
      <ErrorMessage error={error} />
      {data !== undefined && entries.length === 0 && <EmptyState>{t('privacy:log.none')}</EmptyState>}
      {entries.length > 0 && (
        <Table
          label={t('privacy:part.logg')}
          head={
            <>
              <th scope="col">{t('privacy:log.when')}</th>
              <th scope="col">{t('privacy:log.act')}</th>
              <th scope="col">{t('privacy:log.whom')}</th>
              <th scope="col">{t('privacy:log.how')}</th>
            </>
          }
        >
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="text-2">
                {shortDate(today(new Date(entry.at)), language)}{' '}
                <span className="text-3">{clockOf(entry.at, language).slice(0, 5)}</span>
              </td>
              <td>{t(`privacy:act.${entry.act}`)}</td>
              <td className="text">
                <Whom entry={entry} />
              </td>
              <td className="text text-2">{detailWords(t, entry.detail)}</td>
            </tr>
          ))}
        </Table>
      )}
      {data !== undefined && data.total > entries.length && (
        <p className="privacy-more text-2">
          {t('privacy:log.shown', { shown: entries.length, total: data.total })}
          {limit < mostRows && (
            <Button look="bare" onClick={() => setLimit(mostRows)}>
              {t('privacy:log.more')}
            </Button>
          )}
        </p>
      )}
    </>
  )
}
