/** Sections of facts that several kinds of page have: left out where there are none, with the way to add one where it can be added. */
import type { AssignmentRow, EventRow, Tie } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { adding } from './acts.ts'
import { AddFact, TieMenu, type Editing } from './editing.tsx'
import {
  AssignmentList,
  EventList,
  SourceList,
  ThemeList,
  TieList,
  type SourceRow,
  type ThemeRef,
} from './fact-lists.tsx'
import { NotSaid, Section } from './parts.tsx'

export function TieSection({ ties, editing }: { ties: readonly Tie[]; editing: Editing }) {
  const t = useT()
  if (ties.length === 0) return null
  return (
    <Section id="ties" title={t('register:ties')} count={ties.length}>
      <TieList ties={ties} menu={(tie) => <TieMenu tie={tie} editing={editing} />} />
    </Section>
  )
}

export function EventSection({ events, editing }: { events: readonly EventRow[]; editing: Editing }) {
  const t = useT()
  if (events.length === 0) return null
  return (
    <Section
      id="events"
      title={t('register:events')}
      count={events.length}
      action={<AddFact editing={editing} act={adding.event} />}
    >
      <EventList events={events} />
    </Section>
  )
}

type AssignmentProps = { assignments: readonly AssignmentRow[]; editing: Editing }

export function AssignmentSection({ assignments, editing }: AssignmentProps) {
  const t = useT()
  if (assignments.length === 0) return null
  return (
    <Section
      id="assignments"
      title={t('register:assignments')}
      count={assignments.length}
      action={<AddFact editing={editing} act={adding.assignment} />}
    >
      <AssignmentList assignments={assignments} />
    </Section>
  )
}

type ThemeProps = { id: string; title: string; themes: readonly ThemeRef[]; editing: Editing }

export function ThemeSection({ id, title, themes, editing }: ThemeProps) {
  if (themes.length === 0) return null
  return (
    <Section id={id} title={title} count={themes.length} action={<AddFact editing={editing} act={adding.theme} />}>
      <ThemeList themes={themes} />
    </Section>
  )
}

/** The texts that say it; that none does is said too. */
export function SourceSection({ sources }: { sources: readonly SourceRow[] }) {
  const t = useT()
  return (
    <Section id="sources" title={t('register:sources')} count={sources.length}>
      {sources.length === 0 ? <NotSaid /> : <SourceList sources={sources} />}
    </Section>
  )
}
