/** The contacts of a file, each with what is wrong, whom it may be, and what becomes of it. */
import { useState } from 'react'
import type { Contact, ContactRow } from '#contract/exchange.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { Table } from '../../ui/table.tsx'
import { RowChoice } from './row-choice.tsx'
import { isAsked, isOpen, useSession } from './session.ts'

/** Rows shown at a time. */
const page = 100

function Places({ contact }: { contact: Contact }) {
  if (contact.places.length === 0) return null
  return contact.places.map((place, index) => (
    <p key={index}>
      {[place.title, place.role, place.department, place.organisation].filter((part) => part !== null).join(', ')}
    </p>
  ))
}

function Row({ row, index, rows }: { row: ContactRow; index: number; rows: readonly ContactRow[] }) {
  const t = useT()
  const { choices } = useSession()
  const { contact } = row
  const reach = [...contact.emails, ...contact.phones, ...contact.addresses, ...contact.urls]
  return (
    <tr data-usable={row.usable}>
      <td className="exchange-line">{row.line}</td>
      <td className="text">
        <span className="medium">{contact.name ?? contact.places[0]?.organisation ?? <Unknown />}</span>
        {contact.note !== null && contact.note !== '' && <p className="text-3">{contact.note}</p>}
        {isAsked(row) && !choices.has(index) && (
          <p className="exchange-problem">
            <Icon name="help" />
            {t('exchange:maybe')}
          </p>
        )}
        {row.problems.map(({ code, words }, place) => (
          <p key={place} className="exchange-problem">
            <Icon name="warning" />
            <span>
              {t(`exchange:problem.${code}`)}
              {words !== '' && (
                <>
                  : <span className="record">{words}</span>
                </>
              )}
            </span>
          </p>
        ))}
      </td>
      <td className="text">
        <Places contact={contact} />
      </td>
      <td className="text exchange-reach">
        {reach.map((value) => (
          <p key={value}>{value}</p>
        ))}
      </td>
      <td className="text exchange-choice">
        <RowChoice row={row} index={index} rows={rows} />
      </td>
    </tr>
  )
}

export function RowTable({ rows }: { rows: readonly ContactRow[] }) {
  const t = useT()
  const places = rows.map((row, index) => ({ row, index }))
  const open = places.filter(({ row }) => isOpen(row))
  const [show, setShow] = useState<'all' | 'look'>('all')
  const [most, setMost] = useState(page)
  const shown = show === 'look' ? open : places
  return (
    <section className="exchange-part" aria-labelledby="exchange-rows">
      <div className="exchange-part-head">
        <h2 className="heading" id="exchange-rows">
          {t('exchange:rows')}
        </h2>
        <Segmented<'all' | 'look'>
          label={t('exchange:show')}
          labelHidden
          options={[
            { value: 'all', label: t('exchange:all', { count: rows.length }) },
            { value: 'look', label: t('exchange:look', { count: open.length }) },
          ]}
          value={show}
          onChange={setShow}
        />
      </div>
      {shown.length === 0 ? (
        <p className="text-3">{t('exchange:nothingToLook')}</p>
      ) : (
        <div className="exchange-scroll exchange-rows">
          <Table
            label={t('exchange:rows')}
            head={(['line', 'contact', 'place', 'reach', 'choice'] as const).map((part) => (
              <th key={part} scope="col">
                {t(`exchange:row.${part}`)}
              </th>
            ))}
          >
            {shown.slice(0, most).map(({ row, index }) => (
              <Row key={index} row={row} index={index} rows={rows} />
            ))}
          </Table>
        </div>
      )}
      {shown.length > most && (
        <Button onClick={() => setMost(most + page)}>{t('exchange:more', { count: shown.length - most })}</Button>
      )}
    </section>
  )
}
