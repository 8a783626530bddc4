/** Beside the map: the chosen tie's words, else the chosen node with its ties, else what the whole holds. */
import type { Model } from './model.ts'
import { useT } from '../../i18n/i18n.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { nodeKinds } from './legend.tsx'
import { NodePanel } from './node-panel.tsx'
import { mapState } from './state.ts'
import { TiePanel } from './tie-panel.tsx'

export function SidePanel({ model }: { model: Model }) {
  const { trail, tie } = mapState.use()
  const open = tie === null ? undefined : model.ties.get(tie)
  const here = trail.at(-1)
  const node = here === undefined ? undefined : model.nodes.get(here)
  if (open !== undefined) return <TiePanel model={model} tie={open} />
  if (node !== undefined) return <NodePanel model={model} node={node} />
  return <WholePanel model={model} />
}

function WholePanel({ model }: { model: Model }) {
  const t = useT()
  const nodes = [...model.nodes.values()]
  return (
    <div className="map-panel">
      <h2 className="heading">{t('network:panel.whole')}</h2>
      <ul className="map-counts">
        {nodeKinds.map((kind) => {
          const count = nodes.filter((node) => node.kind === kind).length
          return (
            count > 0 && (
              <li key={kind}>
                <KindIcon kind={kind} outline={kind !== 'meeting'} />
                {t(`network:counts.${kind}`, { count })}
              </li>
            )
          )
        })}
      </ul>
      <p className="text-2">{t('network:panel.hint')}</p>
      <p className="text-2">{t('network:panel.lines')}</p>
    </div>
  )
}
