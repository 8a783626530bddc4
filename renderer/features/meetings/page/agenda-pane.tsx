/** The agenda at the left: where one is, and the way to every item. */
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/message.tsx'
import { Pane, PaneHead } from '../../../ui/panes.tsx'
import { walkRows } from '../../../ui/table.tsx'
import { isOpen, type Finding } from '../../review/state.ts'
import { goToItem, addItem } from '../item/item-changes.ts'
import { useLocked } from '../inline/locked.ts'
import { numberOf } from '../item/face.ts'
import { PlannedTotal, plannedTimes } from '../prepare/planned-time.tsx'
import type { Item, View } from '../text/savers.ts'
import { startWriting } from './state.ts'
import type { T } from '../../../i18n/resources.ts'

function under(item: Item, open: number, planned: string, t: T): string {
  const parts = [
    planned,
    item.decisions.length > 0 ? t('meetings:counts.decisions', { count: item.decisions.length }) : '',
    item.actions.length > 0 ? t('meetings:counts.actions', { count: item.actions.length }) : '',
    open > 0 ? t('meetings:counts.findings', { count: open }) : '',
    item.paragraphs.length === 0 && planned === '' ? t('meetings:agenda.noText') : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

type AgendaPaneProps = { view: View; findings: readonly Finding[]; here: string | null }

export function AgendaPane({ view, findings, here }: AgendaPaneProps) {
  const t = useT()
  const locked = useLocked()
  const times = plannedTimes(view, t, useLanguage())
  return (
    <Pane side="left" label={t('meetings:agenda.label')}>
      <PaneHead title={t('meetings:agenda.label')} count={t('meetings:counts.items', { count: view.items.length })} />
      <ol className="agenda inset-focus" ref={walkRows}>
        {view.items.map((item, index) => {
          const open = findings.filter((one) => one.itemId === item.id && isOpen(one)).length
          const small = under(item, open, times[index] ?? '', t)
          return (
            <li key={item.id}>
              <button
                type="button"
                className="agenda-row"
                data-row
                aria-current={item.id === here ? 'location' : undefined}
                onClick={() => goToItem(item.id)}
                onDoubleClick={() => startWriting(item.id, 'end')}
              >
                <span className="agenda-number">{numberOf(item)}</span>
                <span className="agenda-title">{item.title === '' ? t('meetings:item.untitled') : item.title}</span>
                {small !== '' && <span className="agenda-under">{small}</span>}
              </button>
            </li>
          )
        })}
      </ol>
      <PlannedTotal view={view} />
      <div className="pane-foot">
        {view.items.length === 0 && <EmptyState>{t('meetings:agenda.empty')}</EmptyState>}
        {!locked && (
          <Button look="bare" icon="plus" onClick={() => void addItem(view, null)}>
            {t('meetings:item.add')}
          </Button>
        )}
      </div>
    </Pane>
  )
}
