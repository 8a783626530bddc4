/** The register's way to the names to settle, shown while any wait. */
import { Link } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { namesPath } from './paths.ts'
import './identity.css'

export function NamesLink() {
  const t = useT()
  const { data } = useRead('identity.proposals', { limit: 0 }, { keepPrevious: true })
  if (data === undefined || data.total === 0) return null
  return (
    <Link href={namesPath} className="who-link">
      {t('register:namesToSettle')} <span className="count">{data.total}</span>
    </Link>
  )
}
