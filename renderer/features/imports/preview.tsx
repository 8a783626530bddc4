/** A text as it will be stored: its lines, what came of them, and every choice left to the person. */
import { useEffect, useMemo, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { stillHere } from '../../shell/here.ts'
import { on } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { meetingPath } from '../../ui/source-link.tsx'
import { usePreviewCommands } from './commands.ts'
import { crossReferences } from './cross-references.ts'
import { openQuestions, standings } from './decisions.ts'
import { useHighlight } from './highlight.ts'
import { MeetingTabs } from './meeting-tabs.tsx'
import { focusLines, goTo } from './lines-focus.ts'
import { Outcome } from './outcome.tsx'
import { sourceRows, stepFrom, unplacedLines } from './parts.ts'
import { commit, leave, make, nextFile, refresh, select, session, useSession, type Draft } from './session.ts'
import { SourcePane } from './source-pane.tsx'

const noNames = new Map<string, never>()

function Known({ draft }: { draft: Draft }) {
  const t = useT()
  const { known } = draft.preview
  if (known.length === 0) return null
  return (
    <Message tone="warn" title={t('imports:known.title')}>
      <p>
        {t('imports:known.text')}{' '}
        {known.map((one) => (
          <Link key={one.meetingId} className="link" href={meetingPath(one.meetingId)}>
            {one.title}
          </Link>
        ))}
      </p>
      <Checkbox
        label={t('imports:known.again')}
        checked={draft.decisions.again}
        onChange={(again) => void make({ again })}
      />
    </Message>
  )
}

function useStore(draft: Draft): { store: () => void; hindered: string | null } {
  const t = useT()
  const [, navigate] = useLocation()
  const { known, meetings } = draft.preview
  const { skipped, again } = draft.decisions
  const hindered = meetings.every(({ proposal }) => skipped.has(proposal.lines[0]))
    ? t('imports:allSkipped')
    : known.length > 0 && !again
      ? t('imports:known.first')
      : null
  const store = async () => {
    if (hindered !== null) {
      announce(hindered)
      return
    }
    const here = stillHere()
    const done = await commit()
    if (done === null) return
    announce(t('imports:said.stored', { count: done.meetings.length }))
    const [first] = done.meetings
    const more = session().waiting.length > 0
    await nextFile()
    if (!more && first !== undefined && here()) navigate(meetingPath(first.id))
  }
  return { store: () => void store(), hindered }
}

export function Preview({ draft }: { draft: Draft }) {
  const t = useT()
  const root = useRef<HTMLDivElement>(null)
  const { busy, storing, error, files, file } = useSession()
  const { preview, decisions } = draft
  const lines = useMemo(() => preview.text.split('\n'), [preview.text])
  const shown = preview.meetings[draft.meeting] ?? preview.meetings[0]
  const meeting = shown?.proposal
  const all = useMemo(() => standings(preview, decisions), [preview, decisions])
  const questions = useMemo(() => openQuestions(all).length, [all])
  const unplaced = useMemo(
    () => preview.meetings.reduce((sum, { proposal }) => sum + unplacedLines(proposal).length, 0),
    [preview],
  )
  const rows = useMemo(
    () => (meeting === undefined ? [] : sourceRows(meeting, lines, decisions.overrides)),
    [meeting, lines, decisions.overrides],
  )
  const refs = useMemo(
    () => (meeting === undefined ? { outcomesOf: new Map(), linesOf: new Map() } : crossReferences(meeting)),
    [meeting],
  )
  const { store, hindered } = useStore(draft)
  const active = draft.selection?.active ?? null
  useHighlight(root, refs, active)

  const step = (by: number, extend = false) => {
    const next = stepFrom(rows, active, by)
    if (next !== null) select(next, extend)
  }
  const nextUnplaced = () => {
    const open = meeting === undefined ? [] : unplacedLines(meeting)
    const next = open.find((line) => line > (active ?? 0)) ?? open[0]
    if (next === undefined) announce(t('imports:allPlaced'))
    else goTo(next)
  }
  usePreviewCommands({
    step: (by, extend) => {
      step(by, extend)
      focusLines()
    },
    nextUnplaced,
    openParts: () => {
      const button = root.current?.querySelector<HTMLElement>('.import-as button')
      button?.focus()
      button?.click()
    },
    commit: store,
    leave,
  })

  useEffect(() => {
    void refresh()
    focusLines()
    return on((event) => {
      if (event.type === 'changed') void refresh()
    })
  }, [])

  if (meeting === undefined) return null
  const name = draft.name ?? t('imports:pasted')
  return (
    <div className="import" ref={root} aria-busy={busy}>
      <header className="import-head">
        <div className="import-head-words">
          <h1 className="import-title">{t('imports:previewTitle', { name })}</h1>
          <p className="text-3">
            {files > 1 && <>{t('imports:fileOf', { file, files })} · </>}
            {t('imports:lineCount', { count: lines.length })} · {t(`imports:encoding.${preview.encoding}`)}
            {preview.replaced > 0 && <> · {t('imports:replaced', { count: preview.replaced })}</>}
            {unplaced > 0 && (
              <>
                {' · '}
                <span className="warn">{t('imports:unplacedCount', { count: unplaced })}</span>
              </>
            )}
            {questions > 0 && <> · {t('imports:openNames', { count: questions })}</>}
          </p>
        </div>
        <Button look="bare" onClick={files > file ? () => void nextFile() : leave}>
          {files > file ? t('imports:skipFile') : t('imports:leave')}
        </Button>
        <Button look="primary" shortcut="Enter" busy={storing || busy} title={hindered ?? undefined} onClick={store}>
          {t('imports:commit')}
        </Button>
        {preview.meetings.length > 1 && <MeetingTabs draft={draft} />}
      </header>
      <SourcePane draft={draft} meeting={meeting} rows={rows} step={step} />
      <section className="import-outcome" aria-label={t('imports:outcome')}>
        <ErrorMessage error={error} />
        <Known draft={draft} />
        {decisions.skipped.has(meeting.lines[0]) ? (
          <p className="text-2">{t('imports:skippedText')}</p>
        ) : (
          <Outcome
            preview={preview}
            decisions={decisions}
            index={draft.meeting}
            meeting={meeting}
            names={all[draft.meeting] ?? noNames}
          />
        )}
      </section>
    </div>
  )
}
