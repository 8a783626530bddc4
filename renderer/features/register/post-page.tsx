/** One post: its holders over time, the edges as they are written, and who may have held it where no text says. */
import type { Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { adding } from './acts.ts'
import { AddFact, RoleMenu, useEditing } from './editing.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntryLink } from './fact-lists.tsx'
import { NotSaid, Section } from './parts.tsx'
import { Lost } from './person-page.tsx'
import { RoleList } from './role-list.tsx'
import { Says } from './says.tsx'
import { Timeline } from './timeline.tsx'

const reasons = ['same-post', 'same-days', 'no-days', 'pronoun', 'title'] as const

/** Who may hold a role without a name: each with what speaks for it, to be confirmed or turned down. */
function Proposed({ role }: { role: Role }) {
  const t = useT()
  const confirm = useWrite('holders.confirm')
  const reject = useWrite('holders.reject')
  if (role.proposed.length === 0) return null
  return (
    <ul className="fact-proposed" aria-label={t('register:holder.proposed')}>
      {role.proposed.map((one) => (
        <li key={one.personId}>
          <span className="fact-mark">{t('register:holder.proposedMark')}</span>
          <EntryLink kind="person" id={one.personId}>
            {one.person}
          </EntryLink>
          <small className="text-3">
            {one.reasons
              .flatMap((code) => reasons.find((known) => known === code) ?? [])
              .map((code) => t(`register:holder.reasons.${code}`))
              .join(', ')}
          </small>
          {one.evidence.length > 0 && <Says evidence={one.evidence} of={one.person} />}
          <span className="fact-answers">
            <Button
              icon="check"
              busy={confirm.isPending}
              onClick={() => confirm.mutate({ tenureId: role.id, personId: one.personId })}
              aria-label={t('register:holder.confirmNamed', { name: one.person })}
            >
              {t('register:holder.confirm')}
            </Button>
            <Button
              look="bare"
              busy={reject.isPending}
              onClick={() => reject.mutate({ tenureId: role.id, personId: one.personId })}
              aria-label={t('register:holder.rejectNamed', { name: one.person })}
            >
              {t('register:holder.reject')}
            </Button>
          </span>
        </li>
      ))}
      <ErrorMessage error={confirm.error ?? reject.error} />
    </ul>
  )
}

export function PostPage({ id }: { id: string }) {
  const t = useT()
  const { data: view, error } = useRead('posts.get', { id, ...useClock() }, { keepPrevious: true })
  const editing = useEditing(
    { kind: 'post', id, name: view?.title ?? '' },
    view === undefined ? null : { form: 'post', post: view },
  )
  if (error !== null) return <Lost error={error} />
  if (view === undefined) return null
  return (
    <div className="reg-page">
      <EntityHead
        kind="post"
        id={id}
        name={view.title}
        more={editing.entries}
        about={
          view.organisationId === null || view.organisation === null ? (
            <Unknown>{t('register:postPlaceUnknown')}</Unknown>
          ) : (
            <EntryLink kind="organisation" id={view.organisationId}>
              {view.organisation}
            </EntryLink>
          )
        }
      />
      <Section
        id="holders"
        title={t('register:holders')}
        count={view.holders.length}
        action={<AddFact editing={editing} act={adding.role} />}
      >
        {view.holders.length === 0 ? (
          <NotSaid />
        ) : (
          <>
            <Timeline roles={view.holders} by="person" asOf={view.asOf} />
            <RoleList
              roles={view.holders}
              self={id}
              menu={(role) => <RoleMenu role={role} editing={editing} />}
              under={(role) => <Proposed role={role} />}
            />
          </>
        )}
      </Section>
      {editing.dialog}
    </div>
  )
}
