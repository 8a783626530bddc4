/** Signs that strayed into names: mended as the minutes were read, or still to be mended. */
import { Link } from 'wouter'
import type { Repair } from '#contract/identity.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { EvidenceLink } from '../../ui/source-link.tsx'
import { registerPath } from '../register/kinds.ts'

export function Repairs({ repairs }: { repairs: readonly Repair[] }) {
  const t = useT()
  const rename = useWrite('register.rename')
  if (repairs.length === 0) return null
  return (
    <section className="who-repairs" aria-labelledby="who-repairs">
      <h2 className="heading" id="who-repairs">
        {t('identity:repairs.title')} <span className="count">{repairs.length}</span>
      </h2>
      <p className="small text-2">{t('identity:repairs.hint')}</p>
      <ul>
        {repairs.map((repair, place) => (
          <li key={place} className="who-repair">
            <Icon name={repair.state === 'mended' ? 'check' : 'person'} />
            <span>
              <span className="record">{repair.written}</span> <Icon name="arrow" />{' '}
              <Link href={registerPath('person', repair.personId)} className="record">
                {repair.suggestion}
              </Link>
            </span>
            {repair.evidence !== null && <EvidenceLink place={repair.evidence} />}
            {repair.state === 'mended' ? (
              <span className="small text-3">{t('identity:repairs.mended')}</span>
            ) : (
              <Button
                busy={rename.isPending}
                onClick={() => rename.mutate({ kind: 'person', id: repair.personId, name: repair.suggestion })}
              >
                {t('identity:repairs.mend')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorMessage error={rename.error} />
    </section>
  )
}
