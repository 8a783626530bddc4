/** A tie: who and whom, what it says, and the sentence that says so. */
import type { NetworkTie } from '#contract/network.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { tiesBetween, type Model } from './model.ts'
import { chooseNode, chooseTie, mapState } from './state.ts'
import { TieEvidence } from './tie-evidence.tsx'
import { tieWords } from './words.ts'

export function TiePanel({ model, tie }: { model: Model; tie: NetworkTie }) {
  const t = useT()
  const { trail } = mapState.use()
  const back = model.nodes.get(trail.at(-1) ?? '')
  const [from, to] = [model.nodes.get(tie.from), model.nodes.get(tie.to)]
  if (from === undefined || to === undefined) return null
  // Ties between the same two lie on one line of the picture: the others come along.
  const all = [tie, ...tiesBetween(model, tie.from, tie.to).filter(({ id }) => id !== tie.id)]
  const end = (node: typeof from) => (
    <button type="button" className="map-end" onClick={() => chooseNode(node.id)}>
      <KindIcon kind={node.kind} />
      {node.label}
    </button>
  )
  return (
    <div className="map-panel">
      {back !== undefined && (
        <div className="map-back">
          <Button look="bare" icon="left" onClick={() => chooseTie(null)}>
            {back.label}
          </Button>
        </div>
      )}
      <h2 className="visually-hidden">{t('network:panel.tie', { from: from.label, to: to.label })}</h2>
      <div className="map-steps">
        {end(from)}
        {all.map((one) => (
          <div key={one.id} className="map-step" data-undated={!one.dated || undefined}>
            <p className="map-tie-words">
              {tieWords(one, t)}
              <span className="text-3"> · {one.dated ? t('network:panel.dated') : t('network:panel.undated')}</span>
            </p>
            <div aria-live="polite">
              <TieEvidence tieId={one.id} names={[from.label, to.label]} />
            </div>
          </div>
        ))}
        {end(to)}
      </div>
    </div>
  )
}
