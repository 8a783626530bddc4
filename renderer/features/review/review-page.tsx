/** One page that lists what the text itself raises: findings at the left, the text, and what is proposed at the right. */
import './review.css'
import { useEffect, useSyncExternalStore } from 'react'
import { reviewGroup } from '#contract/review.ts'
import { groupOf } from '#contract/review-groups.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { Tabs, type Tab } from '../../ui/tabs.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { RepresentationBox } from '../register/representation.tsx'
import type { PageProps } from '../route.ts'
import { isLocked, LockedScope, useLocked } from '../meetings/inline/locked.ts'
import type { View } from '../meetings/text/savers.ts'
import { focusRow } from './acts.ts'
import { reviewCommands } from './commands.ts'
import { FindingsByItem } from './finding-list.tsx'
import { Judge } from './judge.tsx'
import { Paper } from './paper.tsx'
import { isOpen, resetReview, setReviewState, useFindings, useReviewState, type Filter, type Finding } from './state.ts'
import { groupKeys } from './words.ts'

/** Below it there is room for one column: what is asked stands under its finding. */
const oneColumn = '(width < 1000px)'

function useOneColumn(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(oneColumn)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(oneColumn).matches,
  )
}

/** The first open finding is looked at from the beginning. */
function useFirst(findings: readonly Finding[]): void {
  const { chosen } = useReviewState()
  useEffect(() => {
    const first = findings.find(isOpen) ?? findings[0]
    if (first === undefined || findings.some(({ key }) => key === chosen)) return
    setReviewState({ chosen: first.key })
    // Whoever has just come walks on by the arrows at once.
    if (document.activeElement === document.body || document.activeElement?.id === 'main') focusRow(first.key)
  }, [findings, chosen])
}

function useTabs(findings: readonly Finding[]): Tab<Filter>[] {
  const t = useT()
  const groups = reviewGroup.options
    .map((value) => ({
      value,
      label: t(groupKeys[value]),
      count: findings.filter(({ code }) => groupOf[code] === value).length,
    }))
    .filter(({ count }) => count > 0)
  return [{ value: 'all', label: t('review:group.all'), count: findings.length }, ...groups]
}

function Review({ view }: { view: View }) {
  const t = useT()
  const language = useLanguage()
  const narrow = useOneColumn()
  const all = useFindings(view, true)
  const { chosen, filter } = useReviewState()
  const tabs = useTabs(all)
  useFirst(all)
  const locked = useLocked()
  usePageCommands(() => reviewCommands(view.id, all, { shown: true, locked }), [view.id, locked, all.length > 0])
  const value = tabs.some((tab) => tab.value === filter) ? filter : 'all'
  const findings = value === 'all' ? all : all.filter(({ code }) => groupOf[code] === value)
  const finding = findings.find(({ key }) => key === chosen) ?? null
  const settled = all.filter((one) => !isOpen(one)).length
  const day = view.head.date === null ? view.head.title : shortDate(view.head.date, language)
  return (
    <div className="review" data-narrow={narrow || undefined}>
      <header className="review-head">
        <h1>{t('review:head', { meeting: day })}</h1>
        <ButtonLink look="bare" icon="meeting" to={meetingPath(view.id)}>
          {t('review:back')}
        </ButtonLink>
        <p className="text-2">{all.length > 0 && t('review:settled', { count: settled, all: all.length })}</p>
      </header>
      {all.length === 0 ? (
        <div className="review-empty">
          <p className="text-2">{t('review:none')}</p>
          <RepresentationBox meetingId={view.id} />
        </div>
      ) : (
        <Tabs label={t('review:kinds')} tabs={tabs} value={value} onChange={(next) => setReviewState({ filter: next })}>
          <div className="review-columns">
            <section className="review-list" aria-label={t('review:list')}>
              <FindingsByItem
                view={view}
                findings={findings}
                all={all}
                {...(narrow ? { more: (one: Finding) => <Judge view={view} finding={one} all={all} /> } : {})}
              />
              <RepresentationBox meetingId={view.id} />
            </section>
            {!narrow && (
              // A text that scrolls is reached by keyboard, so that its keys can move it.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <section className="review-middle" tabIndex={0} aria-label={t('review:paper')}>
                <Paper view={view} findings={all} chosen={finding?.key ?? null} />
              </section>
            )}
            {!narrow && (
              <aside className="review-side" aria-label={t('review:proposal')}>
                {finding === null ? null : <Judge key={finding.key} view={view} finding={finding} all={all} heading />}
              </aside>
            )}
          </div>
        </Tabs>
      )}
    </div>
  )
}

export function ReviewPage({ params }: PageProps) {
  const t = useT()
  const language = useLanguage()
  const id = params['id'] ?? ''
  const { data, error } = useRead('meetings.get', { id })
  const meeting =
    data === undefined ? '' : data.head.date === null ? data.head.title : shortDate(data.head.date, language)
  usePageTitle(t('review:title'), [
    { label: t('places.meetings'), to: '/moten' },
    { label: meeting, to: meetingPath(id) },
  ])
  useEffect(() => () => resetReview(), [id])
  if (data !== undefined)
    return (
      <LockedScope value={isLocked(data.head.state)}>
        <Review key={data.id} view={data} />
      </LockedScope>
    )
  if (error === null) return null
  return (
    <div className="page">
      <ErrorMessage error={error} actions={<ButtonLink to="/moten">{t('places.meetings')}</ButtonLink>} />
    </div>
  )
}
