/** The places: a column on overview pages, a rail of icons beside a document or the map. */
import { Link } from 'wouter'
import { placeFace } from '../commands/core-commands.ts'
import { places, type Place } from '../features/route.ts'
import { useT } from '../i18n/i18n.ts'
import { Icon } from '../ui/icon.tsx'

export function PlaceColumn(props: {
  shown: readonly Place[]
  here: Place | null
  counts: { meetings: number; people: number; organisations: number; bodies: number } | null
}) {
  const t = useT()
  const { counts } = props
  const figures: Partial<Record<Place, number>> =
    counts === null ? {} : { meetings: counts.meetings, register: counts.people + counts.organisations + counts.bodies }
  return (
    <nav className="places inset-focus" aria-label={t('places.label')}>
      <ul>
        {places
          .filter((place) => props.shown.includes(place))
          .map((place) => {
            const label = t(placeFace[place].labelKey)
            const figure = figures[place]
            return (
              <li key={place} className={place === 'settings' ? 'place-last' : undefined}>
                <Link
                  href={placeFace[place].path}
                  title={label}
                  className="place"
                  aria-current={place === props.here ? 'page' : undefined}
                >
                  <Icon name={placeFace[place].icon} />
                  <span className="place-name">{label}</span>
                  {figure !== undefined && figure > 0 && <span className="place-count">{figure}</span>}
                </Link>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
