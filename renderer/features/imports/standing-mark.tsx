/** Whether a name is somebody known, with the way to say that it is not. */
import { useT } from '../../i18n/i18n.ts'
import { nameKey, type NameKind, type Standing } from './decisions.ts'
import { make, session } from './session.ts'

export function StandingMark({
  kind,
  name,
  standing,
}: {
  kind: NameKind
  name: string
  standing: Standing | undefined
}) {
  const t = useT()
  if (standing === undefined) return null
  const set = (choice: string | null | undefined) => {
    const choices = new Map(session().draft?.decisions.choices)
    if (choice === undefined) choices.delete(nameKey(kind, name))
    else choices.set(nameKey(kind, name), choice)
    void make({ choices })
  }
  if (standing.kind === 'asks') return <span className="import-standing">{t('imports:standing.asks')}</span>
  if (standing.kind === 'earlier')
    return <span className="import-standing">{t('imports:standing.earlier', { meeting: standing.meeting + 1 })}</span>
  if (standing.kind === 'linked') {
    return (
      <span className="import-standing" data-linked>
        {t('imports:standing.linked')}
        {standing.exact && (
          <button
            type="button"
            className="link"
            aria-label={t('imports:standing.unlinkNamed', { name })}
            onClick={() => set(null)}
          >
            {t('imports:standing.unlink')}
          </button>
        )}
      </span>
    )
  }
  return (
    <span className="import-standing">
      {t('imports:standing.fresh')}
      <Relink kind={kind} name={name} onRelink={() => set(undefined)} />
    </span>
  )
}

/** A name that was parted from its namesake can be tied to them again. */
function Relink({ kind, name, onRelink }: { kind: NameKind; name: string; onRelink: () => void }) {
  const t = useT()
  const { draft } = session()
  const meeting = draft?.preview.meetings[draft.meeting]
  const matches =
    kind === 'person' ? meeting?.people : kind === 'organisation' ? meeting?.organisations : [meeting?.body ?? null]
  if (matches?.find((one) => one?.name === name)?.verdict !== 'exact') return null
  return (
    <button type="button" className="link" aria-label={t('imports:standing.relinkNamed', { name })} onClick={onRelink}>
      {t('imports:standing.relink')}
    </button>
  )
}
