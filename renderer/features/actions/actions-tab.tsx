/** Every action that fits the selection; open ones first asked for. */
import { useDeferredValue, useState } from 'react'
import type { ActionFilter } from '#contract/actions.ts'
import { today } from '../../i18n/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Select, TextInput } from '../../ui/field.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { Table, walkRows } from '../../ui/table.tsx'
import { ActionRows } from './action-rows.tsx'

const step = 100
type Filter = Pick<ActionFilter, 'status' | 'due' | 'owner' | 'unowned' | 'words'> & { bodyId: string }
const first: Filter = { status: 'open', due: 'any', owner: '', unowned: false, words: '', bodyId: '' }

export function ActionsTab() {
  const t = useT()
  const [filter, setFilter] = useState(first)
  const [limit, setLimit] = useState(step)
  const { bodyId, ...rest } = useDeferredValue(filter)
  const { data, error } = useRead(
    'actions.list',
    { ...rest, bodyId: bodyId === '' ? null : bodyId, today: today(), limit },
    { keepPrevious: true },
  )
  const set = (change: Partial<Filter>) => {
    setFilter({ ...filter, ...change })
    setLimit(step)
  }
  if (error !== null) return <ErrorMessage error={error} />
  if (data === undefined) return null
  const option = <V extends string>(value: V, label: string) => ({ value, label })
  return (
    <>
      <fieldset className="actions-filters">
        <legend className="visually-hidden">{t('actions:filters')}</legend>
        <Select
          label={t('actions:status')}
          value={filter.status}
          options={(['open', 'done', 'dropped', 'all'] as const).map((one) =>
            option(one, t(`actions:statuses.${one}`)),
          )}
          onChange={(status) => set({ status })}
        />
        <Select
          label={t('actions:due')}
          value={filter.due}
          options={(['any', 'overdue', 'soon', 'none'] as const).map((one) => option(one, t(`actions:dues.${one}`)))}
          onChange={(due) => set({ due })}
        />
        <TextInput
          label={t('actions:owner')}
          value={filter.owner}
          placeholder={t('actions:ownerHint')}
          maxLength={500}
          disabled={filter.unowned}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <Select
          label={t('actions:body')}
          value={filter.bodyId}
          options={[option('', t('actions:everyBody')), ...data.bodies.map(({ id, name }) => option(id, name))]}
          onChange={(value) => set({ bodyId: value })}
        />
        <TextInput
          label={t('actions:words')}
          value={filter.words}
          maxLength={500}
          icon="search"
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
        <Checkbox
          label={t('actions:unowned')}
          checked={filter.unowned}
          onChange={(unowned) => set({ unowned, ...(unowned ? { owner: '' } : {}) })}
        />
      </fieldset>
      <output className="actions-sum small text-2">
        {[
          data.total > 0 && t('actions:shown', { shown: data.actions.length, count: data.total }),
          data.overdue > 0 && t('actions:overdueCount', { count: data.overdue }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </output>
      {data.actions.length === 0 ? (
        <EmptyState>{t('actions:emptyActions')}</EmptyState>
      ) : (
        <div ref={walkRows}>
          <Table
            label={t('actions:actions')}
            head={
              <>
                <th scope="col">{t('actions:what')}</th>
                <th scope="col">{t('actions:owner')}</th>
                <th scope="col">{t('actions:due')}</th>
                <th scope="col">{t('actions:source')}</th>
                <th scope="col">{t('actions:status')}</th>
              </>
            }
          >
            {data.actions.map((action) => (
              <ActionRows key={action.id} action={action} />
            ))}
          </Table>
        </div>
      )}
      {data.actions.length < data.total && limit < 500 && (
        <Button onClick={() => setLimit(Math.min(limit + step, 500))}>{t('actions:showMore')}</Button>
      )}
    </>
  )
}
