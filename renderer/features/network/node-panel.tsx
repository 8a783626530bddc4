/** A node: what it is, where more is known about it, and its ties, each a way to its words. */
import type { NetworkNode, NetworkTie, TieKind } from '#contract/network.ts'
import { useT } from '../../i18n/i18n.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { meetingPath, SourceLink } from '../../ui/source-link.tsx'
import { walkRows } from '../../ui/table.tsx'
import { type Model, otherEnd } from './model.ts'
import { chooseTie } from './state.ts'
import { TieSource } from './tie-evidence.tsx'
import { tieWords } from './words.ts'

const order: readonly TieKind[] = ['represents', 'role', 'under', 'held', 'attended']
/** With more ties than this a row's source is read when the row is opened, not before. */
const fewTies = 16

export function NodePanel({ model, node }: { model: Model; node: NetworkNode }) {
  const t = useT()
  const ties = model.tiesOf.get(node.id) ?? []
  return (
    <div className="map-panel">
      <h2 className="heading map-name">
        <KindIcon kind={node.kind} />
        {node.label}
      </h2>
      <p className="map-about text-2">
        {t(`network:kind.${node.kind}`)}, {t('network:ties.count', { count: ties.length })}
        <SourceLink to={node.kind === 'meeting' ? meetingPath(node.id) : `/register/${node.kind}/${node.id}`}>
          {node.kind === 'meeting' ? t('network:panel.openMeeting') : t('network:panel.openRegister')}
        </SourceLink>
      </p>
      {ties.length === 0 && <p className="text-2">{t('network:panel.noTies')}</p>}
      {order.map((kind) => (
        <TieGroup
          key={kind}
          model={model}
          node={node}
          kind={kind}
          ties={ties.filter((tie) => tie.kind === kind)}
          few={ties.length <= fewTies}
        />
      ))}
    </div>
  )
}

type TieGroupProps = { model: Model; node: NetworkNode; kind: TieKind; ties: readonly NetworkTie[]; few: boolean }

function TieGroup({ model, node, kind, ties, few }: TieGroupProps) {
  const t = useT()
  const rows = ties
    .flatMap((tie) => {
      const other = model.nodes.get(otherEnd(tie, node.id))
      return other === undefined ? [] : [{ tie, other }]
    })
    .toSorted((a, b) => a.other.label.localeCompare(b.other.label, 'sv'))
  if (rows.length === 0) return null
  // The same kind of tie reads differently from either end: a group has members, a person a membership.
  const heading = t(`network:groups.${kind}.${node.id === rows[0]?.tie.from ? 'from' : 'to'}`)
  return (
    <section className="map-group" aria-label={heading}>
      <h3 className="heading">
        {heading}
        <span className="count">{rows.length}</span>
      </h3>
      <ul className="inset-focus" ref={walkRows}>
        {rows.map(({ tie, other }) => (
          <li key={tie.id} className="map-row">
            <button type="button" className="map-row-open" data-row onClick={() => chooseTie(tie.id)}>
              <KindIcon kind={other.kind} outline={!tie.dated} />
              <span className="map-row-name">{other.label}</span>
              {tie.label !== null && <span className="text-3">{tieWords(tie, t)}</span>}
            </button>
            {few && (
              <span className="map-row-source">
                <TieSource tieId={tie.id} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
