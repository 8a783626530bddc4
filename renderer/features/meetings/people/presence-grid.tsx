/** Who was where at each item: the strip of presence as a table. */
import { useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import { PresenceMark, type Presence } from '../../../ui/marks.tsx'
import { Table } from '../../../ui/table.tsx'
import { numberOf } from '../item/face.ts'
import type { View } from '../text/savers.ts'
import { useBoard } from './presence-head.tsx'

type Cell = { mode: 'room' | 'remote' | 'phone' | 'unknown' | null; part: boolean } | null

function markOf(cell: Cell): Presence {
  if (cell === null) return 'absent'
  if (cell.mode === 'room') return cell.part ? 'late' : 'room'
  return cell.mode === null || cell.mode === 'unknown' ? 'here' : 'remote'
}

function wordOf(cell: Cell, t: T): string {
  if (cell === null) return t('attendance:grid.away')
  const where =
    cell.mode === null || cell.mode === 'unknown'
      ? t('meetings:people.status.present')
      : t(`meetings:people.mode.${cell.mode}`)
  return cell.part ? t('attendance:grid.part', { where }) : where
}

export function PresenceGrid({ view }: { view: View }) {
  const t = useT()
  const board = useBoard(view)
  if (board === null) return null
  const cells = new Map(board.grid.map((row) => [row.id, row.cells]))
  const known = view.attendance.filter(({ status }) => status === 'present')
  return (
    // A table wider than the pane is scrolled by the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="presence-grid" aria-label={t('attendance:grid.label')} tabIndex={0}>
      <Table
        label={t('attendance:grid.label')}
        head={
          <>
            <th scope="col">{t('meetings:people.name')}</th>
            {view.items.map((item) => (
              <th key={item.id} scope="col" title={item.title}>
                {numberOf(item) ?? '–'}
              </th>
            ))}
          </>
        }
      >
        {known.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.name}</th>
            {view.items.map((item, index) => {
              const cell = cells.get(person.id)?.[index] ?? null
              return (
                <td key={item.id} title={wordOf(cell, t)} data-part={cell?.part === true || undefined}>
                  <PresenceMark presence={markOf(cell)} />
                  <span className="visually-hidden">{wordOf(cell, t)}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </Table>
      {board.summary !== null && <p className="record grid-said">{board.summary}</p>}
    </section>
  )
}
