/** Whom names of the text stand for, and the questions about those that are only alike. */
import type { NameStanding } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

type NamesProps = { sourceId: string; names: readonly NameStanding[]; fixed: boolean }

export const asks = ({ verdict, standing }: NameStanding) => verdict === 'near' && standing === null

function Standing({ one }: { one: NameStanding }) {
  const t = useT()
  if (one.standing === 'apart') return <>{t('sources:names.apart')}</>
  if (one.entityId === null) return <>{t('sources:names.fresh')}</>
  return one.entityName === null || one.entityName === one.name ? (
    <>{t('sources:names.linkedPlain')}</>
  ) : (
    <>{t('sources:names.linked', { name: one.entityName })}</>
  )
}

/** A question with the candidates as answers. */
export function NameQuestion({ sourceId, one }: { sourceId: string; one: NameStanding }) {
  const t = useT()
  const link = useWrite('sources.link')
  const say = (to: string | null) => link.mutate({ source: sourceId, kind: one.kind, name: one.name, to })
  return (
    <fieldset className="src-ask">
      <legend>{t('sources:names.ask', { name: one.name })}</legend>
      <div className="src-do">
        {one.candidates.map((candidate) => (
          <Button key={candidate.id} busy={link.isPending} onClick={() => say(candidate.id)}>
            {t('sources:names.same', {
              name: candidate.detail === null ? candidate.name : `${candidate.name}, ${candidate.detail}`,
            })}
          </Button>
        ))}
        <Button look="bare" busy={link.isPending} onClick={() => say(null)}>
          {t('sources:names.new')}
        </Button>
      </div>
      <ErrorMessage error={link.error} />
    </fieldset>
  )
}

export function NameStandings({ sourceId, names, fixed }: NamesProps) {
  const t = useT()
  const link = useWrite('sources.link')
  if (names.length === 0) return null
  return (
    <>
      <ul className="src-names">
        {names.map((one) => (
          <li key={`${one.kind} ${one.name}`}>
            <KindIcon kind={one.kind} named outline={one.entityId === null} />
            <span className="src-name-words">
              {one.name} <span className="text-3">{asks(one) ? null : <Standing one={one} />}</span>
            </span>
            {!fixed && one.standing === null && one.verdict === 'exact' && (
              <button
                type="button"
                className="link small"
                aria-label={t('sources:names.refuseNamed', { name: one.name })}
                onClick={() => link.mutate({ source: sourceId, kind: one.kind, name: one.name, to: null })}
              >
                {t('sources:names.refuse')}
              </button>
            )}
            {!fixed && (one.standing === 'linked' || one.standing === 'apart') && (
              <button
                type="button"
                className="link small"
                aria-label={t('sources:names.backNamed', { name: one.name })}
                onClick={() => link.mutate({ source: sourceId, kind: one.kind, name: one.name })}
              >
                {t('sources:names.back')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!fixed && names.filter(asks).map((one) => <NameQuestion key={one.name} sourceId={sourceId} one={one} />)}
      <ErrorMessage error={link.error} />
    </>
  )
}
