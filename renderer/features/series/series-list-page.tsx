/** Series of meetings: one for each body and year. */
import './series.css'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { usePageCommands } from '../../commands/registry.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { walkRows } from '../../ui/table.tsx'
import { thenFocus } from '../../ui/then-focus.ts'
import { NewSeriesForm } from './new-series-form.tsx'
import { seriesPath } from './words.ts'

export function SeriesListPage() {
  const t = useT()
  const language = useLanguage()
  usePageTitle(t('series:title'), [{ label: t('places.meetings'), to: '/moten' }])
  const { data, error } = useRead('series.list', {})
  const [making, setMaking] = useState(false)
  const makeButton = useRef<HTMLButtonElement>(null)
  usePageCommands(
    () => [
      {
        id: 'series.new',
        labelKey: 'series:new',
        group: 'create',
        icon: 'plus',
        shortcut: 'N',
        run: () => setMaking(true),
      },
    ],
    [],
  )
  const close = () =>
    thenFocus(
      () => setMaking(false),
      () => makeButton.current,
    )
  if (error !== null)
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  if (data === undefined) return null
  const make = (
    <Button ref={makeButton} icon="plus" shortcut="N" onClick={() => setMaking(true)}>
      {t('series:new')}
    </Button>
  )
  return (
    <div className="page series-page">
      <div className="series-head">
        <h1 className="page-title">
          {t('series:title')} {data.series.length > 0 && <span className="text-3">{data.series.length}</span>}
        </h1>
        {!making && data.series.length > 0 && make}
        <ButtonLink look="bare" icon="import" to="/inbjudan">
          {t('seriesGo.invitation')}
        </ButtonLink>
      </div>
      {making && <NewSeriesForm onClose={close} />}
      {data.series.length === 0 ? (
        <EmptyState action={making ? undefined : make}>{t('series:empty')}</EmptyState>
      ) : (
        <ul className="rows inset-focus" ref={walkRows}>
          {data.series.map((one) => (
            <li key={one.id}>
              <Link className="row" href={seriesPath(one.id)} data-row>
                <KindIcon kind="body" />
                <span className="row-lead">
                  {one.body} {one.year}
                </span>
                <span className="row-state">
                  {one.nextDate === null
                    ? t('series:nonePlanned')
                    : t('series:planned', { date: shortDate(one.nextDate, language) })}
                </span>
                <span className="row-under">
                  {t(`meetings:kinds.${one.kind}`)} · {t('series:meetingCount', { count: one.meetings })}
                  {one.title !== one.body && ` · ${one.title}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
