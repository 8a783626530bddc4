/** Above the map: picture or table, what is shown, finding a node, laying out anew, taking the picture along. */
import { useState } from 'react'
import { fuzzy } from '../../commands/fuzzy.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Checkbox, Segmented } from '../../ui/field.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { Menu, Popover } from '../../ui/menu.tsx'
import { nodeKinds } from './legend.tsx'
import { hiddenKinds, type Model } from './model.ts'
import type { Scope } from './scope.ts'
import { change, chooseNode, mapState, toggleKind } from './state.ts'

/** The longest list of proposals that is still read. */
const proposals = 12

function FindNode({ model }: { model: Model }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const found =
    typed.trim() === ''
      ? []
      : [...model.nodes.values()]
          .flatMap((node) => {
            const hit = fuzzy(typed, node.label)
            return hit === null ? [] : [{ node, score: hit.score }]
          })
          .toSorted((a, b) => b.score - a.score)
          .slice(0, proposals)
  return (
    <div className="map-find">
      <Combobox
        label={t('network:find')}
        labelHidden
        placeholder={t('network:find')}
        value={typed}
        onChange={setTyped}
        suggestions={found.map(({ node }) => ({
          id: node.id,
          label: node.label,
          kind: node.kind,
          detail: t(`network:kind.${node.kind}`),
        }))}
        onChoose={({ id }) => {
          chooseNode(id)
          setTyped('')
        }}
      />
    </div>
  )
}

function Filters({ model }: { model: Model }) {
  const t = useT()
  const { hidden: chosen, datedOnly } = mapState.use()
  const hidden = hiddenKinds(model, chosen)
  const present = nodeKinds.filter((kind) => [...model.nodes.values()].some((node) => node.kind === kind))
  const shown = present.filter((kind) => !hidden.has(kind)).length
  const label =
    shown === present.length && !datedOnly
      ? t('network:filter.all')
      : datedOnly && shown === present.length
        ? t('network:filter.datedOnly')
        : t('network:filter.some', { shown, all: present.length })
  return (
    <Popover label={label} icon="filter">
      {() => (
        <div className="map-filter">
          {present.map((kind) => (
            <Checkbox
              key={kind}
              checked={!hidden.has(kind)}
              onChange={() => toggleKind(kind, hidden)}
              label={
                <span className="map-filter-kind">
                  <KindIcon kind={kind} />
                  {t(`network:kinds.${kind}`)}
                </span>
              }
            />
          ))}
          <Checkbox
            checked={datedOnly}
            onChange={(checked) => change({ datedOnly: checked })}
            label={t('network:filter.datedOnly')}
          />
        </div>
      )}
    </Popover>
  )
}

export type ToolbarActions = { fit: () => void; relayout: () => void; exportSvg: () => void; focus: () => void }

/** lone: how many nodes have no visible tie. */
type ToolbarProps = { model: Model; shown: Model; scope: Scope; lone: number; actions: ToolbarActions }

export function Toolbar({ model, shown, scope, lone, actions }: ToolbarProps) {
  const t = useT()
  const { view, trail, focus, lone: loneShown } = mapState.use()
  return (
    <div className="map-tools">
      <Segmented
        label={t('network:view.label')}
        labelHidden
        value={view}
        onChange={(next) => change({ view: next })}
        options={[
          { value: 'map', label: t('network:view.map'), icon: 'map' },
          { value: 'table', label: t('network:view.table'), icon: 'table' },
        ]}
      />
      <Filters model={model} />
      {view === 'map' && <FindNode model={model} />}
      {view === 'map' && trail.length > 0 && (
        <Button look="bare" icon="eye" aria-pressed={focus > 0} onClick={actions.focus}>
          {focus === 0 ? t('network:focus.off') : t('network:focus.on', { count: focus })}
        </Button>
      )}
      <span className="map-figures small text-3">
        {scope.partial && view === 'map'
          ? t('network:figures.part', { shown: scope.model.nodes.size, all: shown.nodes.size })
          : `${t('network:figures.nodes', { count: shown.nodes.size })}, ${t('network:figures.ties', { count: shown.ties.size })}`}
      </span>
      {lone > 0 && (
        <Button look="bare" aria-pressed={loneShown} onClick={() => change({ lone: !loneShown })}>
          {loneShown ? t('network:lone.hide', { count: lone }) : t('network:lone.show', { count: lone })}
        </Button>
      )}
      {scope.partial && view === 'map' && <Button onClick={scope.showAll}>{t('network:figures.showAll')}</Button>}
      <Menu
        label={t('network:more')}
        icon="more"
        iconOnly
        entries={[
          {
            id: 'fit',
            label: t('network:commands.fit'),
            icon: 'map',
            shortcut: '0',
            disabled: view !== 'map',
            run: actions.fit,
          },
          { id: 'relayout', label: t('network:commands.relayout'), icon: 'redo', run: actions.relayout },
          { id: 'svg', label: t('network:commands.svg'), icon: 'export', run: actions.exportSvg },
        ]}
      />
    </div>
  )
}
