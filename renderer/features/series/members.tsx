/** Standing members of a series' body, and the way to add many at once. */
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { addDays } from '#contract/calendar.ts'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Known, Unknown } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { Table, walkRows } from '../../ui/table.tsx'
import { thenFocus } from '../../ui/then-focus.ts'
import { registerPath } from '../register/kinds.ts'
import { change } from './change.ts'
import { MemberPaste } from './member-paste.tsx'

export function Members({ id, latest }: { id: string; latest: string | null }) {
  const t = useT()
  const language = useLanguage()
  const { data, error } = useRead('series.members', { id })
  const [adding, setAdding] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const close = () =>
    thenFocus(
      () => setAdding(false),
      () => addButton.current,
    )
  const members = data?.members ?? []
  const standing = members.filter((one) => one.standing === 'holds')
  // Whoever speaks for two has a row for each.
  const people = new Set(standing.map(({ personId }) => personId)).size
  const unsure = members.filter((one) => one.standing !== 'holds')
  const end = async ({ tenureId, name, from }: (typeof members)[number]) => {
    // A role that has not lasted a day was never one.
    const done =
      from !== null && from >= today()
        ? await change('tenures.retire', { id: tenureId })
        : await change('series.endMember', { tenureId, to: addDays(today(), -1) })
    if (done) announce(t('series:memberEnded', { name }))
  }
  return (
    <section className="block" aria-labelledby="series-members">
      <h2 className="heading" id="series-members">
        {t('series:members')} <span className="count">{people}</span>
      </h2>
      <ErrorMessage error={error} />
      {members.length === 0 && data !== undefined && !adding && <EmptyState>{t('series:membersEmpty')}</EmptyState>}
      {members.length > 0 && (
        <div className="series-members inset-focus" ref={walkRows}>
          <Table
            label={t('series:members')}
            head={
              <>
                <th scope="col">{t('series:memberName')}</th>
                <th scope="col">{t('series:memberRole')}</th>
                <th scope="col">{t('series:memberFor')}</th>
                <th scope="col">{t('series:memberSince')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('series:memberEnd')}</span>
                </th>
              </>
            }
          >
            {[...standing, ...unsure].map((one) => (
              <tr key={one.tenureId}>
                <td className="text">
                  <Link className="link" href={registerPath('person', one.personId)} data-row>
                    {one.name}
                  </Link>
                  {one.standing !== 'holds' && <span className="text-3 series-unsure">{t('series:memberUnsure')}</span>}
                </td>
                <td className="text">
                  <Known value={one.role} />
                  {!one.voting && <span className="text-3"> {t('series:noVote')}</span>}
                </td>
                <td className="text">
                  <Known value={one.organisation} />
                </td>
                <td>{one.from === null ? <Unknown /> : shortDate(one.from, language)}</td>
                <td>
                  <Button
                    look="bare"
                    aria-label={t('series:memberEndNamed', { name: one.name })}
                    onClick={() => void end(one)}
                  >
                    {t('series:memberEnd')}
                  </Button>
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
      {adding ? (
        <MemberPaste id={id} latest={latest} onClose={close} />
      ) : (
        <p className="series-do">
          <Button ref={addButton} icon="plus" onClick={() => setAdding(true)}>
            {t('series:membersAdd')}
          </Button>
        </p>
      )}
    </section>
  )
}
