/** One series: the next meeting, what it says of all of them, its agenda template, its members, its meetings. */
import './series.css'
import { Link, useLocation } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { stillHere } from '../../shell/here.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead, write } from '../../transport/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import type { PageProps } from '../route.ts'
import { change } from './change.ts'
import { Members } from './members.tsx'
import { PlanCard } from './plan-card.tsx'
import { SeriesFacts } from './series-facts.tsx'
import { SeriesListPage } from './series-list-page.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { seriesPath } from './words.ts'

type View = Output<'series.get'>

export function SeriesPage({ params }: PageProps) {
  const { id, plan } = params
  return id === undefined ? <SeriesListPage /> : <OneSeries key={id} id={id} planning={plan === 'plan'} />
}

function OneSeries({ id, planning }: { id: string; planning: boolean }) {
  const t = useT()
  const { data, error } = useRead('series.get', { id })
  usePageTitle(data === undefined ? '' : `${data.body} ${data.year}`, [
    { label: t('places.meetings'), to: '/moten' },
    { label: t('series:title'), to: '/serier' },
  ])
  if (error !== null)
    return (
      <div className="page">
        <ErrorMessage error={error} actions={<ButtonLink to="/serier">{t('series:title')}</ButtonLink>} />
      </div>
    )
  if (data === undefined) return null
  return (
    <div className="page series-page">
      <SeriesHead view={data} />
      <PlanCard id={id} focus={planning} />
      <section className="block" aria-labelledby="series-facts">
        <h2 className="heading" id="series-facts">
          {t('series:facts')}
        </h2>
        <SeriesFacts view={data} />
      </section>
      <TemplateEditor id={id} items={data.items} />
      <Members id={id} latest={data.meetings.findLast(({ participants }) => participants > 0)?.id ?? null} />
      <Meetings view={data} />
    </div>
  )
}

function SeriesHead({ view }: { view: View }) {
  const t = useT()
  const [, navigate] = useLocation()
  const renew = async () => {
    const here = stillHere()
    try {
      const { id } = await write('series.renew', { id: view.id })
      if (here()) navigate(seriesPath(id))
    } catch (error) {
      announce(errorText(error))
    }
  }
  const remove = async () => {
    const here = stillHere()
    if (!(await change('series.remove', { id: view.id }))) return
    announce(t('series:removed'))
    if (here()) navigate('/serier')
  }
  const entries: MenuEntry[] = [
    ...(view.others.some(({ year }) => year === view.year + 1)
      ? []
      : [
          {
            id: 'renew',
            label: t('series:renew', { year: view.year + 1 }),
            icon: 'plus' as const,
            run: () => void renew(),
          },
        ]),
    ...view.others.map(({ id, year }) => ({
      id,
      label: t('series:goYear', { year }),
      icon: 'date' as const,
      run: () => navigate(seriesPath(id)),
    })),
    { id: 'remove', label: t('series:remove'), icon: 'trash', danger: true, run: () => void remove() },
  ]
  return (
    <div className="series-head">
      <h1 className="page-title">
        {view.body} <span className="text-3">{view.year}</span>
      </h1>
      <Menu label={t('series:more')} icon="more" iconOnly entries={entries} />
    </div>
  )
}

function Meetings({ view }: { view: View }) {
  const t = useT()
  const language = useLanguage()
  return (
    <section className="block" aria-labelledby="series-meetings">
      <h2 className="heading" id="series-meetings">
        {t('places.meetings')} <span className="count">{view.meetings.length}</span>
      </h2>
      {view.meetings.length === 0 ? (
        <EmptyState>{t('series:meetingsEmpty')}</EmptyState>
      ) : (
        <ul className="rows inset-focus" ref={walkRows}>
          {view.meetings.map((one) => (
            <li key={one.id}>
              <Link className="row" href={meetingPath(one.id)} data-row>
                <KindIcon kind="meeting" outline={one.state === 'planned'} />
                <span className="row-lead record">
                  {one.date === null ? <Unknown /> : shortDate(one.date, language)}
                  {one.number !== null && (
                    <span className="text-3"> {t('series:meetingNumber', { number: one.number })}</span>
                  )}
                </span>
                <span className="row-state">{t(`series:state.${one.state}`)}</span>
                <span className="row-under">
                  {one.title} · {t('series:itemCount', { count: one.items })},{' '}
                  {t('series:people', { count: one.participants })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
