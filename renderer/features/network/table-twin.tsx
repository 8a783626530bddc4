/** The same ties as a table: nothing that the picture says is only in the picture. */
import { useDeferredValue, useState } from 'react'
import type { NetworkNode, NetworkTie } from '#contract/network.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { meetingPath, SourceLink } from '../../ui/source-link.tsx'
import { Table, walkRows } from '../../ui/table.tsx'
import type { Model } from './model.ts'
import { chooseNode, chooseTie, mapState } from './state.ts'
import { tieWords } from './words.ts'

const columns = ['from', 'tie', 'to', 'held'] as const
type Column = (typeof columns)[number]
type Row = { tie: NetworkTie; from: NetworkNode; to: NetworkNode; words: string }

/** A table of all rows of a large network would be slow to build and slower to walk. */
const portion = 300
const collator = new Intl.Collator('sv', { numeric: true })

function sortRows(rows: readonly Row[], column: Column, falling: boolean): Row[] {
  const text = ({ tie, from, to, words }: Row) => ({
    from: from.label,
    to: to.label,
    tie: words,
    held: tie.dated ? '0' : '1',
  })
  const sign = falling ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, two] = [text(a), text(b)]
    return sign * collator.compare(one[column], two[column]) || collator.compare(one.from, two.from)
  })
}

export function TableTwin({ model }: { model: Model }) {
  const t = useT()
  const { tie: open } = mapState.use()
  const [sort, setSort] = useState<{ column: Column; falling: boolean }>({ column: 'from', falling: false })
  const [limit, setLimit] = useState(portion)
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed).trim().toLocaleLowerCase('sv')
  const all = [...model.ties.values()].flatMap((tie): Row[] => {
    const [from, to] = [model.nodes.get(tie.from), model.nodes.get(tie.to)]
    return from === undefined || to === undefined ? [] : [{ tie, from, to, words: tieWords(tie, t) }]
  })
  const fits = ({ from, to, words }: Row) =>
    [from.label, to.label, words].some((text) => text.toLocaleLowerCase('sv').includes(query))
  const rows = sortRows(query === '' ? all : all.filter(fits), sort.column, sort.falling)
  const alone = [...model.nodes.values()].filter(({ id }) => model.tiesOf.get(id)?.length === 0)

  const head = (column: Column) => {
    const sorted = sort.column === column
    return (
      <th key={column} scope="col" aria-sort={sorted ? (sort.falling ? 'descending' : 'ascending') : undefined}>
        <button
          type="button"
          className="map-sort"
          onClick={() => setSort({ column, falling: sorted && !sort.falling })}
        >
          {t(`network:table.${column}`)}
          {sorted && <Icon name={sort.falling ? 'up' : 'down'} />}
        </button>
      </th>
    )
  }
  const node = ({ id, kind, label }: NetworkNode) => (
    <button type="button" className="map-cell" onClick={() => chooseNode(id)}>
      <KindIcon kind={kind} />
      {label}
    </button>
  )
  return (
    <div className="map-table">
      <div className="map-table-filter">
        <TextInput
          label={t('network:table.filter')}
          labelHidden
          placeholder={t('network:table.filter')}
          icon="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <output className="small text-3">{t('network:table.shown', { count: rows.length })}</output>
      </div>
      <div className="inset-focus" ref={walkRows}>
        <Table
          label={t('network:table.label')}
          head={
            <>
              {columns.map(head)}
              <th scope="col">{t('network:table.source')}</th>
            </>
          }
        >
          {rows.slice(0, limit).map(({ tie, from, to, words }) => (
            <tr key={tie.id} aria-selected={tie.id === open || undefined}>
              <td className="text">{node(from)}</td>
              <td>{words}</td>
              <td className="text">{node(to)}</td>
              <td className="text-2">{tie.dated ? t('network:table.dated') : t('network:table.undated')}</td>
              <td>
                <span className="map-source-cell">
                  <button
                    type="button"
                    data-row
                    className="source-link"
                    aria-label={t('network:table.openWords', { from: from.label, to: to.label })}
                    onClick={() => chooseTie(tie.id)}
                  >
                    {t('network:table.words')}
                  </button>
                  {to.kind === 'meeting' && (
                    <SourceLink to={meetingPath(to.id)}>{t('network:table.meeting')}</SourceLink>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {rows.length > limit && (
        <Button onClick={() => setLimit(limit + portion)}>
          {t('network:table.more', { count: Math.min(portion, rows.length - limit) })}
        </Button>
      )}
      {alone.length > 0 && query === '' && (
        <section className="map-alone" aria-label={t('network:table.alone')}>
          <h2 className="heading">
            {t('network:table.alone')}
            <span className="count">{alone.length}</span>
          </h2>
          <ul>
            {alone.slice(0, portion).map((one) => (
              <li key={one.id}>{node(one)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
