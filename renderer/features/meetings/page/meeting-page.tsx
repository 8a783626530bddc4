/** One meeting: agenda at the left, the record in the middle, participants and findings at the right. */
import './meeting.css'
import './text.css'
import './side.css'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { PageProps } from '../../route.ts'
import { isOpen, resetReview, useFindings, useReviewState, type Finding } from '../../review/state.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { usePageTitle } from '../../../shell/page-title.ts'
import { useRead } from '../../../transport/hooks.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorMessage } from '../../../ui/message.tsx'
import { Panes } from '../../../ui/panes.tsx'
import type { Quote } from '../findings/quotes.ts'
import { CompleteList } from '../complete/complete-list.tsx'
import { FindBar } from '../find/find-bar.tsx'
import { useFindCommands } from '../find/find-commands.ts'
import { setFind } from '../find/state.ts'
import { isLocked, LockedScope } from '../inline/locked.ts'
import { MeetingHead } from '../head/meeting-head.tsx'
import { MeetingFiles } from '../prepare/files.tsx'
import { goToItem } from '../item/item-changes.ts'
import { flushAll, receive, resumeWaiting, type Item, type View } from '../text/savers.ts'
import { followPlace } from '../people/place.ts'
import { usePresenceCommands } from '../people/presence-commands.ts'
import { useNoteCommands } from '../notes/note-commands.ts'
import { WhoLine } from '../people/who-line.tsx'
import { markStart } from '../text/take-back.ts'
import { useSpellingCommands } from '../spelling/spelling-commands.ts'
import { SpellList } from '../spelling/spell-list.tsx'
import { AgendaPane } from './agenda-pane.tsx'
import { useConflictCommands } from './conflict-commands.ts'
import { DocumentBar } from './document-bar.tsx'
import { useMeetingCommands } from './meeting-commands.ts'
import { manyItems } from './fill.ts'
import { Items, noQuotes } from './items.tsx'
import { rememberFocus } from './panes-focus.ts'
import { followScroll } from './follow-scroll.ts'
import { keepStill } from './keep-still.ts'
import { SidePane } from './side-pane.tsx'
import { SlashList } from './slash-list.tsx'
import { resetPageState, setPageState, usePageState } from './state.ts'
import { LostNotes } from '../notes/private-note.tsx'
import { TextMessages } from './text-messages.tsx'

/** Words that findings point at, by item: the same lists as long as nothing about the findings changes. */
function useQuotes(items: View['items'], findings: readonly Finding[], chosen: string | null) {
  return useMemo(
    () => new Map(items.map((item) => [item.id, quotesOf(findings, item, chosen)])),
    [items, findings, chosen],
  )
}

/** A finding that names no item is looked for everywhere; one about the list stands beside the text. */
function quotesOf(findings: readonly Finding[], item: Item, chosen: string | null): readonly Quote[] {
  const quotes = findings
    .filter((one) => one.attendanceId === null && (isOpen(one) || one.key === chosen))
    .filter(({ itemId }) => itemId === null || itemId === item.id)
    .map(({ key, sentence, at, words }): Quote => ({
      text: sentence,
      from: at,
      to: at + words.length,
      look: key === chosen ? 'chosen' : 'open',
    }))
  return quotes.length === 0 ? noQuotes : quotes
}

function Meeting({ view, wanted }: { view: View; wanted: string | undefined }) {
  const t = useT()
  const { here, seen, tab } = usePageState()
  const { chosen: finding } = useReviewState()
  const findings = useFindings(view, tab === 'findings')
  const middle = useRef<HTMLDivElement>(null)
  const messages = useRef<HTMLDivElement>(null)
  useMeetingCommands(view, findings)
  usePresenceCommands(view)
  useEffect(followPlace, [])
  useFindCommands()
  useConflictCommands()
  useSpellingCommands()
  useNoteCommands(view)
  useEffect(() => followScroll(middle.current), [])
  useEffect(() => keepStill(messages.current), [])
  // Before the screen is drawn: what was read may hold less than was written here.
  useLayoutEffect(() => receive(view), [view])
  const locked = isLocked(view.head.state)
  useEffect(() => {
    // Nobody can choose in minutes that are locked; what waits is there when they are opened again.
    if (!locked) resumeWaiting(view.id).catch(() => undefined)
  }, [view.id, locked])
  const known = wanted !== undefined && view.items.some(({ id }) => id === wanted)
  useEffect(() => {
    if (known && wanted !== undefined) goToItem(wanted)
  }, [known, wanted])
  const names = useMemo(() => [...new Set(view.attendance.map((one) => one.name))], [view.attendance])
  const chosen = tab === 'findings' ? (findings.find(({ key }) => key === finding) ?? null) : null
  const quotes = useQuotes(view.items, findings, chosen?.key ?? null)
  return (
    <div id="meeting-page" className="meeting-page" onFocusCapture={(event) => rememberFocus(event.target)}>
      <Panes
        size="live"
        left={<AgendaPane view={view} findings={findings} here={seen ?? here} />}
        right={<SidePane view={view} findings={findings} marked={chosen?.attendanceId ?? null} />}
      >
        <div ref={middle} className="meeting-middle">
          <DocumentBar view={view} findings={findings} />
          <FindBar view={view} />
          <div ref={messages} className="meeting-messages">
            <TextMessages />
            <LostNotes view={view} />
          </div>
          <article
            className="sheet"
            data-review-text
            aria-label={t('meetings:record')}
            data-long={view.items.length > manyItems || undefined}
          >
            <MeetingHead view={view} names={names} />
            <MeetingFiles view={view} />
            <Items view={view} quotes={quotes} wanted={wanted} />
          </article>
        </div>
      </Panes>
      <SlashList />
      <WhoLine view={view} />
      <CompleteList />
      <SpellList />
    </div>
  )
}

export function MeetingPage({ params }: PageProps) {
  const t = useT()
  const language = useLanguage()
  const id = params['id'] ?? ''
  const { data, error } = useRead('meetings.get', { id })
  const title =
    data === undefined ? '' : data.head.date === null ? data.head.title : shortDate(data.head.date, language)
  usePageTitle(title, [{ label: t('places.meetings'), to: '/moten' }])
  // Before anything of the page can be pressed, or be gone to.
  useLayoutEffect(() => {
    resetPageState()
    resetReview()
    return () => setPageState({ writing: null })
  }, [id])
  useEffect(() => {
    void markStart()
    return () => {
      setFind({ open: false })
      void flushAll()
    }
  }, [id])
  if (data !== undefined)
    return (
      <LockedScope value={isLocked(data.head.state)}>
        <Meeting key={data.id} view={data} wanted={params['item']} />
      </LockedScope>
    )
  if (error === null) return null
  return (
    <div className="page">
      <ErrorMessage error={error} actions={<ButtonLink to="/moten">{t('places.meetings')}</ButtonLink>} />
    </div>
  )
}
