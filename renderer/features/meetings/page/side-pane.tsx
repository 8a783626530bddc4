/** The right pane: participants, findings, lines without a place, the Word document. */
import { useT } from '../../../i18n/i18n.ts'
import { useLocked } from '../inline/locked.ts'
import { Pane } from '../../../ui/panes.tsx'
import { Tabs, type Tab } from '../../../ui/tabs.tsx'
import { ReviewTab } from '../../review/review-tab.tsx'
import { isLong, isOpen, type Finding } from '../../review/state.ts'
import { UnplacedTab } from '../findings/unplaced-tab.tsx'
import { HistoryTab } from '../history/history-tab.tsx'
import { PeopleTab } from '../people/people-tab.tsx'
import type { View } from '../text/savers.ts'
import { saysSomething, WordTab } from '../word/word-tab.tsx'
import { useWord } from '../word/word.ts'
import { setPageState, usePageState, type SideTab } from './state.ts'

type SidePaneProps = { view: View; findings: readonly Finding[]; marked: string | null }

export function SidePane({ view, findings, marked }: SidePaneProps) {
  const t = useT()
  const { tab, here } = usePageState()
  const word = useWord()
  const open = findings.filter(isOpen).length
  const tabs: Tab<SideTab>[] = [{ value: 'people', label: t('meetings:side.people'), count: view.attendance.length }]
  if (view.source !== null || findings.length > 0 || isLong(view))
    tabs.push({ value: 'findings', label: t('review:title'), count: open })
  if (view.source !== null)
    tabs.push({ value: 'unplaced', label: t('meetings:side.unplaced'), count: view.source.unplaced.length })
  if (saysSomething(word, view.id)) tabs.push({ value: 'word', label: t('meetings:side.word') })
  // Quiet until it is asked for.
  if (tab === 'history') tabs.push({ value: 'history', label: t('past:tab') })
  const shown = tabs.some(({ value }) => value === tab) ? tab : 'people'
  const locked = useLocked()
  return (
    <Pane side="right" label={t('meetings:side.label')}>
      <h2 className="visually-hidden">{t('meetings:side.label')}</h2>
      <div className="side">
        <Tabs
          label={t('meetings:side.label')}
          tabs={tabs}
          value={shown}
          onChange={(next) => setPageState({ tab: next })}
        >
          {shown === 'people' && <PeopleTab view={view} marked={marked} />}
          {shown === 'findings' && <ReviewTab view={view} findings={findings} />}
          {shown === 'unplaced' && view.source !== null && <UnplacedTab source={view.source} />}
          {shown === 'word' && <WordTab />}
          {shown === 'history' && <HistoryTab view={view} here={here} locked={locked} />}
        </Tabs>
      </div>
    </Pane>
  )
}
