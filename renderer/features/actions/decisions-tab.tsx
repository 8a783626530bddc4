/** Every decision that fits the selection, with its number, and an extract of the approved ones. */
import { useDeferredValue, useState } from 'react'
import type { DecisionRow } from '#contract/actions.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useTask } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextInput } from '../../ui/field.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { Table } from '../../ui/table.tsx'
import { Origin } from './action-rows.tsx'

const step = 100

function Row({ row }: { row: DecisionRow }) {
  const t = useT()
  const extract = useTask('word.extract')
  const [first] = row.ids
  const approved = row.state === 'approved' || row.state === 'archived'
  return (
    <tr>
      <td className="actions-number">
        {row.number === null ? <Unknown>{t('actions:draft')}</Unknown> : `${row.date?.slice(0, 4) ?? ''}:${row.number}`}
      </td>
      <td className="text actions-what">
        {row.clauses.map((clause, index) => (
          <p key={row.ids[index]}>{clause}</p>
        ))}
        <ErrorMessage error={extract.error} />
      </td>
      <td>
        <Origin row={row} />
      </td>
      <td className="actions-do">
        {approved && first !== undefined && (
          <Button
            look="bare"
            icon="document"
            busy={extract.isPending}
            onClick={() =>
              extract.mutate(
                { decisionId: first },
                {
                  onSuccess: ({ saved }) => {
                    if (saved !== null) announce(t('actions:extracted', { file: saved }))
                  },
                },
              )
            }
          >
            {extract.isPending ? t('actions:extracting') : t('actions:extract')}
          </Button>
        )}
      </td>
    </tr>
  )
}

export function DecisionsTab() {
  const t = useT()
  const [bodyId, setBodyId] = useState('')
  const [year, setYear] = useState('0')
  const [words, setWords] = useState('')
  const [limit, setLimit] = useState(step)
  const { data, error } = useRead(
    'decisions.list',
    { bodyId: bodyId === '' ? null : bodyId, year: Number(year), words: useDeferredValue(words), limit },
    { keepPrevious: true },
  )
  if (error !== null) return <ErrorMessage error={error} />
  if (data === undefined) return null
  return (
    <>
      <fieldset className="actions-filters">
        <legend className="visually-hidden">{t('actions:filters')}</legend>
        <Select
          label={t('actions:body')}
          value={bodyId}
          options={[
            { value: '', label: t('actions:everyBody') },
            ...data.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setBodyId}
        />
        <Select
          label={t('actions:year')}
          value={year}
          options={[
            { value: '0', label: t('actions:everyYear') },
            ...data.years.map((one) => ({ value: String(one), label: String(one) })),
          ]}
          onChange={setYear}
        />
        <TextInput
          label={t('actions:words')}
          value={words}
          maxLength={500}
          icon="search"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </fieldset>
      <output className="actions-sum small text-2">
        {data.total > 0 && t('actions:shown', { shown: data.decisions.length, count: data.total })}
      </output>
      {data.decisions.length === 0 ? (
        <EmptyState>{t('actions:emptyDecisions')}</EmptyState>
      ) : (
        <Table
          label={t('actions:decisions')}
          head={
            <>
              <th scope="col">{t('actions:number')}</th>
              <th scope="col">{t('actions:what')}</th>
              <th scope="col">{t('actions:source')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('actions:extract')}</span>
              </th>
            </>
          }
        >
          {data.decisions.map((row) => (
            <Row key={row.ids[0]} row={row} />
          ))}
        </Table>
      )}
      {data.decisions.length < data.total && limit < 500 && (
        <Button onClick={() => setLimit(Math.min(limit + step, 500))}>{t('actions:showMore')}</Button>
      )}
    </>
  )
}
