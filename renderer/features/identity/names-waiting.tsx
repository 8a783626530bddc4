/** Start's way to the names to settle: their number, and the first of them. */
import { Link } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { namesPath } from './paths.ts'

const shown = 3

export function NamesWaiting() {
  const t = useT()
  const { data } = useRead('identity.proposals', { limit: shown }, { keepPrevious: true })
  if (data === undefined || data.total === 0) return null
  return (
    <section aria-labelledby="start-names">
      <h2 className="heading" id="start-names">
        {t('start:names')} <span className="count">{data.total}</span>
      </h2>
      <ul className="side-rows">
        {data.clusters.map(({ kind, members }) => (
          <li key={members.map(({ id }) => id).join()}>
            <Link href={namesPath} className="side-row">
              <KindIcon kind={kind} named outline />
              <span className="record">{[...new Set(members.map(({ name }) => name))].join(' · ')}</span>
              <span />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
