/** The entry of the other kind that is the same, with the way to take the two apart. */
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { EntryLink } from './fact-lists.tsx'
import { Section } from './parts.tsx'

type SameSectionProps = {
  kind: 'organisation' | 'body'
  same: { id: string; name: string } | null
  /** Of the two, the one that is the body. */
  bodyId: string
}

export function SameSection({ kind, same, bodyId }: SameSectionProps) {
  const t = useT()
  const apart = useWrite('bodies.same')
  if (same === null) return null
  const takeApart = () =>
    apart.mutate(
      { id: bodyId, organisationId: null },
      { onSuccess: () => announce(t('register:said.apart', { name: same.name })) },
    )
  return (
    <Section id="same" title={kind === 'organisation' ? t('register:sameOrganisation') : t('register:sameBody')}>
      <ul className="reg-facts">
        <li>
          <EntryLink kind={kind} id={same.id}>
            {same.name}
          </EntryLink>
          <Button
            look="bare"
            busy={apart.isPending}
            aria-label={t('register:apartNamed', { name: same.name })}
            onClick={takeApart}
          >
            {t('register:separate')}
          </Button>
          <small className="reg-under">{t('register:sameNote')}</small>
        </li>
      </ul>
      <ErrorMessage error={apart.error} />
    </Section>
  )
}
