/** One text: its lines at the left, what it proposes at the right. */
import './sources.css'
import { useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import type { Proposal, SourceView } from '#contract/sources.ts'
import type { PageProps } from '../route.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { focusSoon } from '../../ui/then-focus.ts'
import { AddDialog } from './add-dialog.tsx'
import { DropFiles } from './drop-files.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { asks, NameQuestion } from './name-standings.tsx'
import { inOrder, ProposalList } from './proposal-list.tsx'
import { rowId } from './proposal-row.tsx'
import { SourceHeadBar } from './source-head.tsx'
import { TextLines } from './text-lines.tsx'
import { useAnswers } from './use-answers.ts'

/** Puts the focus on a proposal's row. */
function focusRow(id: string): void {
  const row = () => document.getElementById(rowId(id))
  focusSoon(row)
  // With its words and answers, which are drawn next.
  requestAnimationFrame(() => row()?.closest('li')?.scrollIntoView({ block: 'nearest' }))
}

/** The row after (or before) one, among those shown. */
function stepped(rows: readonly Proposal[], from: string | null, by: number): Proposal | undefined {
  const here = rows.findIndex(({ id }) => id === from)
  if (here < 0) return by > 0 ? rows[0] : rows.at(-1)
  return rows[Math.min(Math.max(here + by, 0), rows.length - 1)]
}

function Proposals({
  view,
  chosen,
  choose,
}: {
  view: SourceView
  chosen: Proposal | null
  choose: (id: string | null) => void
}) {
  const t = useT()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [editing, setEditing] = useState<Proposal | null>(null)
  const withdrawn = view.withdrawnAt !== null
  const rows = useMemo(() => {
    const all = inOrder(view.found)
    return onlyOpen ? all.filter(({ state, id }) => state === 'open' || id === chosen?.id) : all
  }, [view.found, onlyOpen, chosen])
  const goTo = (proposal: Proposal | undefined) => {
    if (proposal === undefined) return
    choose(proposal.id)
    focusRow(proposal.id)
  }
  const { answers, acceptAll, error } = useAnswers({
    source: view.id,
    // On to the next one that waits for an answer; back to the beginning when none is left below.
    onAnswered: (proposal) => {
      if (proposal === null) return
      const here = rows.findIndex(({ id }) => id === proposal.id)
      const waiting = rows.filter(({ state, id }) => state === 'open' && id !== proposal.id)
      goTo(waiting.find((one) => rows.indexOf(one) > here) ?? waiting[0])
    },
    edit: setEditing,
  })
  const open = chosen?.state === 'open' && !withdrawn
  const withChosen = (run: (one: Proposal) => void) => () => {
    if (chosen !== null) run(chosen)
  }
  const step = (by: number) => goTo(stepped(rows, chosen?.id ?? null, by))
  usePageCommands(
    () => [
      {
        id: 'sources.next',
        labelKey: 'sources:answer.next',
        hintKey: 'sources:hints.next',
        group: 'page',
        shortcut: 'J',
        hidden: true,
        run: () => step(1),
      },
      {
        id: 'sources.previous',
        labelKey: 'sources:answer.previous',
        group: 'page',
        shortcut: 'K',
        hidden: true,
        run: () => step(-1),
      },
      {
        id: 'sources.accept',
        labelKey: 'sources:answer.accept',
        hintKey: 'sources:hints.accept',
        group: 'page',
        icon: 'check',
        shortcut: 'A',
        when: () => open,
        run: withChosen((one) => answers.accept([one])),
      },
      {
        id: 'sources.reject',
        labelKey: 'sources:answer.reject',
        hintKey: 'sources:hints.reject',
        group: 'page',
        icon: 'cross',
        shortcut: 'X',
        when: () => open,
        run: withChosen((one) => answers.reject(one)),
      },
      {
        id: 'sources.edit',
        labelKey: 'sources:answer.edit',
        hintKey: 'sources:hints.edit',
        group: 'page',
        icon: 'edit',
        shortcut: 'E',
        when: () => open,
        run: () => setEditing(chosen),
      },
      {
        id: 'sources.reopen',
        labelKey: 'sources:answer.reopen',
        group: 'page',
        icon: 'undo',
        shortcut: 'O',
        when: () => chosen !== null && chosen.state !== 'open' && !withdrawn,
        run: withChosen((one) => answers.reopen(one)),
      },
      {
        id: 'sources.acceptKind',
        labelKey: 'sources:answer.acceptKindNamed',
        labelValues: { kind: chosen === null ? '' : t(`sources:kind.${chosen.finding.kind}`) },
        group: 'page',
        icon: 'check',
        shortcut: 'Shift+A',
        when: () => open,
        run: withChosen((one) => answers.acceptKind(one.finding.kind)),
      },
      {
        id: 'sources.acceptAll',
        labelKey: 'sources:answer.acceptAll',
        group: 'page',
        icon: 'check',
        when: () => view.proposals.open > 0 && !withdrawn,
        run: acceptAll,
      },
    ],
    [
      view.id,
      chosen?.id ?? null,
      chosen?.state ?? null,
      withdrawn,
      view.proposals.open > 0,
      t('sources:answer.accept'),
    ],
  )
  const asked = withdrawn ? [] : view.names.filter(asks)
  const total = view.found.length
  return (
    <section className="src-proposals" aria-label={t('sources:page.proposals')}>
      <div className="src-bar">
        <h2 className="src-bar-title">{t('sources:page.proposals')}</h2>
        {total > 0 && (
          <span className="text-3">{t('sources:page.progress', { done: total - view.proposals.open, total })}</span>
        )}
        {view.proposals.open > 0 && !withdrawn && (
          <Button look="bare" onClick={acceptAll}>
            {t('sources:answer.acceptAll')}
          </Button>
        )}
      </div>
      <div className="src-scroll">
        <ErrorMessage error={error} />
        {total === 0 && <p className="text-2 src-none">{t('sources:page.noProposals')}</p>}
        {total > 0 && view.proposals.open === 0 && !withdrawn && (
          <p className="text-2 src-none">{t('sources:page.allAnswered')}</p>
        )}
        {asked.length > 0 && (
          <section className="src-group" aria-labelledby="src-asked">
            <h3 id="src-asked" className="heading">
              {t('sources:names.title', { count: asked.length })}
            </h3>
            {asked.map((one) => (
              <NameQuestion key={`${one.kind} ${one.name}`} sourceId={view.id} one={one} />
            ))}
          </section>
        )}
        {total > 0 && view.proposals.open > 0 && (
          <Checkbox label={t('sources:page.onlyOpen')} checked={onlyOpen} onChange={setOnlyOpen} />
        )}
        <ProposalList
          found={rows}
          names={view.names}
          sourceId={view.id}
          chosen={chosen}
          choose={({ id }) => choose(id)}
          answers={answers}
          withdrawn={withdrawn}
        />
      </div>
      {editing !== null && (
        <EditDialog
          proposal={editing}
          onClose={() => {
            setEditing(null)
            focusRow(editing.id)
          }}
        />
      )}
    </section>
  )
}

export function SourcePage({ params }: PageProps) {
  const id = params['id'] ?? ''
  return <Source key={id} id={id} />
}

function Source({ id }: { id: string }) {
  const t = useT()
  const line = Number(new URLSearchParams(useSearch()).get('line'))
  const { data: view, error } = useRead('sources.get', { id }, { keepPrevious: true })
  const [chosenId, choose] = useState<string | null>(null)
  usePageTitle(view?.name ?? t('sources:title'), [{ label: t('places.sources'), to: '/kallor' }])
  if (error !== null)
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  if (view === undefined) return null
  const chosen = view.found.find((one) => one.id === chosenId) ?? null
  const onLine = (at: number) => {
    const here = inOrder(view.found).filter(({ finding }) =>
      finding.places.some(({ from, to }) => at >= from && at <= to),
    )
    const next = here[(here.findIndex((one) => one.id === chosenId) + 1) % Math.max(here.length, 1)]
    if (next === undefined) return
    choose(next.id)
    focusRow(next.id)
  }
  return (
    <DropFiles>
      <div className="src-page">
        <SourceHeadBar view={view} />
        <TextLines
          text={view.text}
          found={view.found}
          chosen={chosen}
          wanted={Number.isInteger(line) && line > 0 ? line : null}
          onLine={onLine}
        />
        <Proposals view={view} chosen={chosen} choose={choose} />
      </div>
      <AddDialog />
    </DropFiles>
  )
}
