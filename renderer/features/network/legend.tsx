/** What shapes and lines mean, always in sight. */
import type { NodeKind } from '#contract/network.ts'
import { useT } from '../../i18n/i18n.ts'
import { KindIcon } from '../../ui/marks.tsx'
import type { Model } from './model.ts'

export const nodeKinds: readonly NodeKind[] = ['person', 'organisation', 'body', 'meeting', 'theme']

export function Legend({ model }: { model: Model }) {
  const t = useT()
  const present = new Set([...model.nodes.values()].map(({ kind }) => kind))
  const dated = new Set([...model.ties.values()].map((tie) => tie.dated))
  const line = (dashed: boolean) => (
    <svg className="map-line" data-dashed={dashed || undefined} viewBox="0 0 26 8" aria-hidden="true">
      <path d="M0 4h26" />
    </svg>
  )
  return (
    <ul className="map-legend" aria-label={t('network:legend.label')}>
      {nodeKinds.map(
        (kind) =>
          present.has(kind) && (
            <li key={kind}>
              {/* As the picture draws them: the meeting filled, the others outlined. */}
              <KindIcon kind={kind} outline={kind !== 'meeting'} />
              {t(`network:kinds.${kind}`)}
            </li>
          ),
      )}
      {dated.has(true) && (
        <li className="map-legend-lines">
          {line(false)}
          {t('network:legend.dated')}
        </li>
      )}
      {dated.has(false) && (
        <li className={dated.has(true) ? undefined : 'map-legend-lines'}>
          {line(true)}
          {t('network:legend.undated')}
        </li>
      )}
    </ul>
  )
}
