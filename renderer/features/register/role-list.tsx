/** Roles under what holds on the day: what holds, what may, what lies ahead, what is over, what has no days. */
import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import { standings } from '#contract/calendar.ts'
import type { Role } from '#contract/register.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useClockState } from '../../shell/clock/clock.ts'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { daysWords } from './days.ts'
import { endsOf } from './facts.ts'
import { registerPath } from './kinds.ts'
import { NotSaid } from './parts.tsx'
import { Says } from './says.tsx'
import { roleWords } from './spans.ts'

type RoleItemProps = { role: Role; self: string; menu?: ReactNode; children?: ReactNode }

/** The bare role, where the title or the post before it says something else. */
function moreOf(role: Role, words: string | null): string | null {
  return role.role === null || role.role.toLowerCase() === words?.toLowerCase() ? null : role.role
}

function RoleItem({ role, self, menu, children }: RoleItemProps) {
  const t = useT()
  const language = useLanguage()
  const words = roleWords(role)
  const more = moreOf(role, words)
  const days = daysWords(role.span, t, language)
  const ends = endsOf(role, self)
  return (
    <li className="fact" data-standing={role.standing}>
      <div className="fact-what">
        <span className="reg-role-what">{words ?? <Unknown>{t('register:roleUnknown')}</Unknown>}</span>
        {more !== null && <span className="text-2"> · {more}</span>}
        {role.state !== 'asserted' && <span className="fact-mark">{t(`register:state.${role.state}`)}</span>}
        {role.sensitive && <span className="fact-mark">{t('register:sensitive')}</span>}
        <small className="fact-days">{days ?? <Unknown>{t('register:days.none')}</Unknown>}</small>
      </div>
      <div className="reg-role-ends">
        {role.personId === null && self !== role.personId && (
          <Unknown>
            {role.pronoun === null
              ? t('register:holder.unnamed')
              : t('register:holder.onlyWord', { word: role.pronoun })}
          </Unknown>
        )}
        {ends.map((end) => (
          <Link key={`${end.kind} ${end.id}`} href={registerPath(end.kind, end.id)} className="reg-end">
            <KindIcon kind={end.kind} named />
            {end.name}
          </Link>
        ))}
        {ends.length === 0 && role.personId === self && !role.stored && (
          <span className="text-3">{t('register:inMeetings', { count: role.evidence.length })}</span>
        )}
      </div>
      <div className="fact-do">{menu}</div>
      <div className="fact-says">
        <Says evidence={role.evidence} of={words ?? t('register:roleUnknown')} />
      </div>
      {children}
    </li>
  )
}

type RoleListProps = {
  roles: readonly Role[]
  self: string
  /** What can be done with one role. */
  menu?: (role: Role) => ReactNode
  /** What stands under one role. */
  under?: (role: Role) => ReactNode
}

export function RoleList({ roles, self, menu, under }: RoleListProps) {
  const t = useT()
  const language = useLanguage()
  const { asOf } = useClockState()
  if (roles.length === 0) return <NotSaid />
  const groups = standings
    .map((standing) => ({ standing, list: roles.filter((role) => role.standing === standing) }))
    .filter(({ list }) => list.length > 0)
  return (
    <>
      {groups.map(({ standing, list }) => (
        <Fragment key={standing}>
          {(groups.length > 1 || asOf !== null) && (
            <h3 className="fact-group">
              {standing === 'holds' && asOf !== null
                ? t('register:group.holdsOn', { day: longDate(asOf, language) })
                : t(`register:group.${standing}`)}
            </h3>
          )}
          <ul className="fact-list">
            {list.map((role) => (
              <RoleItem key={role.id} role={role} self={self} menu={role.stored ? menu?.(role) : undefined}>
                {under?.(role)}
              </RoleItem>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  )
}
