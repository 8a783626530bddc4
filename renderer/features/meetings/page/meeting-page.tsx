/** One meeting: agenda at the left, the record in the middle, participants and findings at the right. */
import './meeting.css'
import './text.css'
import './side.css'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { PageProps } from '../../route.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { usePageTitle } from '../../../shell/page-title.ts'
import { useRead } from '../../../transport/hooks.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorMessage } from '../../../ui/message.tsx'
import { Panes } from '../../../ui/panes.tsx'
import { telling } from '../findings/finding-words.ts'
import { personOf } from '../findings/finding-changes.ts'
import type { Quote } from '../findings/quotes.ts'
import { MeetingHead } from '../head/meeting-head.tsx'
import { goToItem } from '../item/item-changes.ts'
import { ItemSection } from '../item/item-section.tsx'
import { loadEditor } from '../item/item-text.tsx'
import { flushAll, receive, shownItems, useTyping, type Item, type View } from '../text/savers.ts'
import { AgendaPane } from './agenda-pane.tsx'
import { DocumentBar } from './document-bar.tsx'
import { useMeetingCommands } from './meeting-commands.ts'
import { rememberFocus } from './panes-focus.ts'
import { followScroll } from './follow-scroll.ts'
import { SidePane } from './side-pane.tsx'
import { SlashList } from './slash-list.tsx'
import { resetPageState, setPageState, usePageState } from './state.ts'
import { TextMessages } from './text-messages.tsx'

const noQuotes: readonly Quote[] = []

/** Words that findings point at, by item: the same lists as long as nothing about the findings changes. */
function useQuotes(items: View['items'], findings: View['warnings'], chosen: string | null) {
  return useMemo(
    () => new Map(items.map((item) => [item.id, quotesOf(findings, item, chosen)])),
    [items, findings, chosen],
  )
}

/** A finding that names no item is looked for everywhere. */
function quotesOf(findings: View['warnings'], item: Item, chosen: string | null): readonly Quote[] {
  const quotes = findings
    .filter((one) => (one.state === 'open' || one.id === chosen) && (one.itemId === null || one.itemId === item.id))
    .map((one): Quote => ({ text: one.quote, ...telling(one), look: one.id === chosen ? 'chosen' : 'open' }))
  return quotes.length === 0 ? noQuotes : quotes
}

function Meeting({ view, wanted }: { view: View; wanted: string | undefined }) {
  const t = useT()
  const { here, seen, finding, tab } = usePageState()
  const middle = useRef<HTMLDivElement>(null)
  useMeetingCommands(view)
  useEffect(() => followScroll(middle.current), [])
  // Before the screen is drawn: what was read may hold less than was written here.
  useLayoutEffect(() => receive(view), [view])
  const known = wanted !== undefined && view.items.some(({ id }) => id === wanted)
  useEffect(() => {
    if (known && wanted !== undefined) goToItem(wanted)
  }, [known, wanted])
  const names = useMemo(() => [...new Set(view.attendance.map((one) => one.name))], [view.attendance])
  const chosen = tab === 'findings' ? (view.warnings.find(({ id }) => id === finding) ?? null) : null
  const shown = chosen?.id ?? null
  const { items, warnings } = view
  const quotes = useQuotes(items, warnings, shown)
  return (
    <div id="meeting-page" className="meeting-page" onFocusCapture={(event) => rememberFocus(event.target)}>
      <Panes
        size="live"
        left={<AgendaPane view={view} here={seen ?? here} />}
        right={<SidePane view={view} marked={chosen === null ? null : personOf(view, chosen)} />}
      >
        <div ref={middle} className="meeting-middle">
          <DocumentBar view={view} />
          <div className="meeting-messages">
            <TextMessages />
          </div>
          <article className="sheet" aria-label={t('meetings:record')} data-long={view.items.length > 12 || undefined}>
            <MeetingHead view={view} names={names} />
            {shownItems(view).map((item) => (
              <ItemSection
                key={item.id}
                view={view}
                item={item}
                quotes={quotes.get(item.id) ?? noQuotes}
                here={item.id === here}
              />
            ))}
          </article>
        </div>
      </Panes>
      <SlashList />
    </div>
  )
}

export function MeetingPage({ params }: PageProps) {
  const t = useT()
  const language = useLanguage()
  const id = params['id'] ?? ''
  const typing = useTyping()
  const { data, error } = useRead('meetings.get', { id }, { enabled: !typing })
  const title =
    data === undefined ? '' : data.head.date === null ? data.head.title : shortDate(data.head.date, language)
  usePageTitle(title, [{ label: t('places.meetings'), to: '/moten' }])
  useEffect(() => {
    void loadEditor()
    resetPageState()
    return () => {
      setPageState({ writing: null })
      void flushAll()
    }
  }, [id])
  if (data !== undefined) return <Meeting key={data.id} view={data} wanted={params['item']} />
  if (error === null) return null
  return (
    <div className="page">
      <ErrorMessage error={error} actions={<ButtonLink to="/moten">{t('places.meetings')}</ButtonLink>} />
    </div>
  )
}
