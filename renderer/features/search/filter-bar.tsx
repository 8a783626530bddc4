/** The filters under the field, as chips: one that is set shows its value and is taken away by a press. */
import './filter-bar.css'
import { useT } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { filterKeys, filterNames, filterValue, type FilterName, type Filters } from './filters.ts'

type FilterBarProps = {
  filters: Filters
  choosing: FilterName | null
  onChoose: (name: FilterName) => void
  onChange: (change: Partial<Filters>) => void
}

export function FilterBar({ filters, choosing, onChoose, onChange }: FilterBarProps) {
  const t = useT()
  return (
    <fieldset className="filter-bar" aria-label={t('search:filters')}>
      {filterNames.map((name) => {
        const value = filterValue(filters, name, t)
        const filter = t(filterKeys[name])
        return value === null ? (
          <button
            key={name}
            type="button"
            className="chip"
            aria-label={t('search:choose', { filter })}
            aria-pressed={choosing === name}
            onClick={() => onChoose(name)}
          >
            {filter}
            <Icon name="down" />
          </button>
        ) : (
          <button
            key={name}
            type="button"
            className="chip"
            data-set
            aria-label={t('search:set', { filter, value })}
            onClick={() => onChange({ [name]: null })}
          >
            <span className="chip-name">{filter}</span> <span className="chip-value">{value}</span>
            <Icon name="cross" />
          </button>
        )
      })}
      <button
        type="button"
        className="chip chip-order"
        aria-label={t('search:order', { order: t(`search:${filters.order}`) })}
        onClick={() => onChange({ order: filters.order === 'newest' ? 'best' : 'newest' })}
      >
        {t(`search:${filters.order}`)}
      </button>
    </fieldset>
  )
}
