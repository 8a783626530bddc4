/** What is due for review: each is kept until a day, opened, or taken out. Nothing goes by itself. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Popover } from '../../ui/menu.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { Table, walkRows } from '../../ui/table.tsx'
import { registerPath } from '../register/kinds.ts'
import { ask } from './asked.ts'
import { yearsLater } from './words.ts'

type Due = Output<'retention.due'>['due'][number]

/** The row that was answered is gone, and its buttons with it. */
const toHeading = () => requestAnimationFrame(() => document.getElementById('privacy-due')?.focus())

function Keep({ row, close }: { row: Due; close: () => void }) {
  const t = useT()
  const keep = useWrite('retention.keep')
  const [typed, setTyped] = useState(yearsLater(today(), 1))
  const until = parseDate(typed)
  const usable = until !== null && until.length === 10 && until > today()
  return (
    <form
      className="privacy-keep"
      onSubmit={(event) => {
        event.preventDefault()
        if (!usable) return
        keep.mutate(
          { kind: row.kind, id: row.id, until },
          {
            onSuccess: () => {
              announce(t('privacy:retention.said.kept', { name: row.name }))
              close()
              toHeading()
            },
          },
        )
      }}
    >
      <TextInput
        label={t('privacy:retention.until')}
        value={typed}
        maxLength={40}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        {...(usable ? {} : { error: t('privacy:retention.untilUnusable') })}
      />
      <Button type="submit" look="primary" busy={keep.isPending}>
        {t('privacy:retention.keep')}
      </Button>
      <ErrorMessage error={keep.error} />
    </form>
  )
}

function Row({ row }: { row: Due }) {
  const t = useT()
  const language = useLanguage()
  const remove = useWrite('retention.remove')
  const { kind, id, name } = row
  const takeOut = () => {
    if (kind === 'person-idle') ask({ what: 'erase', id, name })
    else if (kind !== 'source')
      remove.mutate(
        { kind, id },
        {
          onSuccess: () => {
            announce(t('privacy:retention.said.removed', { name }))
            toHeading()
          },
        },
      )
  }
  const page = kind === 'person-idle' ? registerPath('person', id) : kind === 'source' ? `/kallor/${id}` : null
  return (
    <tr>
      <td className="text-2">{t(`privacy:retention.one.${kind}`)}</td>
      <td className="text">
        {page === null ? (
          <span>{name}</span>
        ) : (
          <Link href={page} data-row className="link">
            {name}
          </Link>
        )}
        <ErrorMessage error={remove.error} />
      </td>
      <td className="text-2">{row.last === null ? <Unknown /> : shortDate(row.last, language)}</td>
      <td className="privacy-row-do">
        <Popover label={t('privacy:retention.keepUntil')}>{(close) => <Keep row={row} close={close} />}</Popover>
        {kind !== 'source' && (
          <Button look="bare" onClick={takeOut}>
            {kind === 'person-idle' ? t('privacy:rights.erase') : t('privacy:retention.remove')}
            <span className="visually-hidden">{name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

export function DueTable({ due }: { due: readonly Due[] }) {
  const t = useT()
  return (
    <div ref={walkRows}>
      <Table
        label={t('privacy:retention.due')}
        head={
          <>
            <th scope="col">{t('privacy:retention.what')}</th>
            <th scope="col">{t('privacy:retention.who')}</th>
            <th scope="col">{t('privacy:retention.last')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('privacy:retention.do')}</span>
            </th>
          </>
        }
      >
        {due.map((row) => (
          <Row key={`${row.kind} ${row.id}`} row={row} />
        ))}
      </Table>
    </div>
  )
}
