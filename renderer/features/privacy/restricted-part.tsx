/** The only list that has people who are restricted: where they are found again. */
import { useRef } from 'react'
import { Link } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon, Unknown } from '../../ui/marks.tsx'
import { EmptyState } from '../../ui/message.tsx'
import { Table, walkRows } from '../../ui/table.tsx'
import { registerPath } from '../register/kinds.ts'
import { restrict } from './rights.ts'

export function RestrictedPart({ people }: { people: Output<'privacy.restricted'>['people'] }) {
  const t = useT()
  const language = useLanguage()
  const head = useRef<HTMLParagraphElement>(null)
  if (people.length === 0) return <EmptyState>{t('privacy:restricted.none')}</EmptyState>
  const lift = async (id: string, name: string) => {
    await restrict(id, name, false)
    // The row is gone, and the button with it.
    head.current?.focus()
  }
  return (
    <div ref={walkRows}>
      <p className="text-2 privacy-lead" ref={head} tabIndex={-1}>
        {t('privacy:restricted.text')}
      </p>
      <Table
        label={t('privacy:part.begransade')}
        head={
          <>
            <th scope="col">{t('privacy:restricted.name')}</th>
            <th scope="col">{t('privacy:restricted.since')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('privacy:restricted.do')}</span>
            </th>
          </>
        }
      >
        {people.map(({ id, name, since }) => (
          <tr key={id}>
            <td className="text">
              <Link href={registerPath('person', id)} className="privacy-person" data-row>
                <KindIcon kind="person" />
                {name}
              </Link>
            </td>
            <td className="text-2">{since === null ? <Unknown /> : longDate(since, language)}</td>
            <td className="num">
              <Button look="bare" onClick={() => void lift(id, name)}>
                {t('privacy:rights.lift')}
                <span className="visually-hidden">{name}</span>
              </Button>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
