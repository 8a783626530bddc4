/** Two versions side by side, word by word. What differs is marked by more than colour. */
import './approval.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ComparedRow } from '#contract/approval.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Checkbox, Select } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { Table } from '../../ui/table.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import type { PageProps } from '../route.ts'

function Side({ segments, look }: { segments: ComparedRow['left']; look: 'gone' | 'come' }) {
  if (segments === null) return null
  return segments.map(({ text, differs }, index) => {
    if (!differs) return <span key={index}>{text}</span>
    return look === 'gone' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>
  })
}

/** Any two of the versions, and the minutes as they stand now. */
function Chosen({ id, left, right }: { id: string; left: number; right: number }) {
  const t = useT()
  const [, navigate] = useLocation()
  const { data } = useRead('approval.get', { meetingId: id })
  if (data === undefined) return null
  // Nothing is compared with itself.
  const besides = (other: number) =>
    [...data.versions.map(({ version }) => version), 0]
      .filter((version) => version !== other)
      .map((version) => ({
        value: String(version),
        label: version === 0 ? t('approval:now') : t('approval:version', { version }),
      }))
  const to = (one: number | string, other: number | string) => navigate(`/moten/${id}/justering/${one}/${other}`)
  return (
    <div className="approval-step approval-sides">
      <Select
        label={t('approval:leftSide')}
        options={besides(right)}
        value={String(left)}
        onChange={(version) => to(version, right)}
      />
      <Select
        label={t('approval:rightSide')}
        options={besides(left)}
        value={String(right)}
        onChange={(version) => to(left, version)}
      />
    </div>
  )
}

export function CompareMinutesPage({ params }: PageProps) {
  const t = useT()
  const language = useLanguage()
  const [changes, setChanges] = useState(true)
  const [id, left, right] = [params['id'] ?? '', Number(params['left']), Number(params['right'])]
  const { data, error } = useRead('approval.compare', { meetingId: id, left, right })
  const name = (version: number) => (version === 0 ? t('approval:now') : t('approval:version', { version }))
  const title =
    left === 0 || right === 0
      ? t('approval:compareNow', { left: Math.max(left, right) })
      : t('approval:compareHead', { left, right })
  const { data: view } = useRead('meetings.get', { id })
  const day = view === undefined ? '' : view.head.date === null ? view.head.title : shortDate(view.head.date, language)
  usePageTitle(t('approval:compareTitle'), [
    { label: t('places.meetings'), to: '/moten' },
    { label: day, to: meetingPath(id) },
    { label: t('approval:title'), to: `/moten/${id}/justering` },
  ])
  const differing = data?.rows.filter(({ change }) => change !== 'same') ?? []
  return (
    <div className="page approval">
      <header className="approval-head">
        <h1 className="page-title">{title}</h1>
        <ButtonLink look="bare" icon="check" to={`/moten/${id}/justering`}>
          {t('approval:toApproval')}
        </ButtonLink>
      </header>
      <Chosen id={id} left={left} right={right} />
      <ErrorMessage error={error} />
      {data !== undefined && (
        <>
          <Checkbox label={t('approval:onlyChanges')} checked={changes} onChange={setChanges} />
          {differing.length === 0 && <output>{t('approval:same')}</output>}
          {(!changes || differing.length > 0) && (
            <Table
              label={t('approval:side')}
              head={
                <>
                  <th scope="col">{name(left)}</th>
                  <th scope="col">{name(right)}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('approval:compare')}</span>
                  </th>
                </>
              }
            >
              {(changes ? differing : data.rows).map((row, index) => (
                <tr key={index} data-part={row.part}>
                  <td className="text approval-side">
                    <Side segments={row.left} look="gone" />
                  </td>
                  <td className="text approval-side">
                    <Side segments={row.right} look="come" />
                  </td>
                  <td className="small text-3">{t(`approval:change.${row.change}`)}</td>
                </tr>
              ))}
            </Table>
          )}
        </>
      )}
    </div>
  )
}
