/** The rows of a picture of time with their days in words, for eyes, keyboards and screen readers alike. */
import { addDays } from '#contract/calendar.ts'
import type { Role } from '#contract/register.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Unknown } from '../../ui/marks.tsx'
import { Table } from '../../ui/table.tsx'
import { fellowsOf, roleWords, type gapsOf } from './spans.ts'

type Gap = ReturnType<typeof gapsOf>[number]

/** @param gaps as `gapsOf` gives them; they stand behind the roles */
export function TimeTable({
  roles,
  gaps,
  by,
}: {
  roles: readonly Role[]
  gaps: readonly Gap[]
  by: 'role' | 'person'
}) {
  const t = useT()
  const language = useLanguage()
  const day = (iso: string | null, otherwise: string) =>
    iso === null ? <Unknown>{otherwise}</Unknown> : shortDate(iso, language)
  const nameOf = (role: Role) => (by === 'person' ? role.person : (roleWords(role) ?? role.body ?? role.organisation))
  const fellows = fellowsOf(roles)
  const ends = { open: t('register:days.goesOn'), known: '', unknown: t('register:days.unknown') }
  return (
    <Table
      label={t('register:time.label')}
      head={
        <>
          <th scope="col">{by === 'person' ? t('register:time.who') : t('register:time.what')}</th>
          <th scope="col">{t('register:time.from')}</th>
          <th scope="col">{t('register:time.to')}</th>
          <th scope="col">{t('register:time.seen')}</th>
          <th scope="col">{t('register:time.meanwhile')}</th>
          <th scope="col">{t('register:time.standing')}</th>
        </>
      }
    >
      {roles.map((role) => (
        <tr key={role.id}>
          <th scope="row" className="text">
            {by === 'person'
              ? (role.person ?? <Unknown>{t('register:holder.unnamed')}</Unknown>)
              : (roleWords(role) ?? <Unknown>{t('register:roleUnknown')}</Unknown>)}
            <small>{by === 'person' ? roleWords(role) : (role.body ?? role.organisation ?? role.post)}</small>
          </th>
          <td>
            {role.span.from === null && role.span.fromAfter !== null
              ? t('register:days.after', { from: shortDate(role.span.fromAfter, language) })
              : day(role.span.from, t('register:days.unknown'))}
          </td>
          <td>{role.span.toKind === 'open' ? ends.open : day(role.span.to, ends[role.span.toKind])}</td>
          <td>
            {role.span.seenFrom === null
              ? ''
              : [...new Set([role.span.seenFrom, role.span.seenTo ?? role.span.seenFrom])]
                  .map((one) => shortDate(one, language))
                  .join(' – ')}
          </td>
          <td className="text">
            {[...new Set(fellows.get(role.id)?.map(nameOf))].filter((name) => name !== null).join(', ')}
          </td>
          <td>{t(`register:standing.${role.standing}`)}</td>
        </tr>
      ))}
      {gaps.map(({ days: [from, to] }) => (
        <tr key={`gap ${from}`}>
          <th scope="row" className="text">
            <Unknown>{t('register:time.gap')}</Unknown>
          </th>
          <td colSpan={5} className="text">
            {shortDate(from, language)} – {shortDate(addDays(to, -1), language)}
          </td>
        </tr>
      ))}
    </Table>
  )
}
