/** Karta: the network drawn from the database, its table twin, and the words behind each tie. */
import './network.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { stillHere } from '../../shell/here.ts'
import { useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { Pane, Panes } from '../../ui/panes.tsx'
import type { Canvas } from './canvas/open.ts'
import { exportSvg, relayout, useMapCommands } from './commands.ts'
import { Legend } from './legend.tsx'
import { MapCanvas } from './map-canvas.tsx'
import { mapPath as nodePath } from '../register/kinds.ts'
import { survivorOf } from './survivor.ts'
import { buildModel, filterModel, hiddenKinds, loneNodes } from './model.ts'
import { useScope } from './scope.ts'
import { SidePanel } from './side-panel.tsx'
import { change, chooseNode, mapState, turnFocus } from './state.ts'
import { TableTwin } from './table-twin.tsx'
import { Toolbar } from './toolbar.tsx'

const nothing = { nodes: [], ties: [] }

export function NetworkPage() {
  const t = useT()
  usePageTitle(t('network:title'))
  const { data, error, isFetching } = useRead('network.get', useClock(), { keepPrevious: true })
  const { hidden: chosen, datedOnly, lone, view, trail } = mapState.use()
  const model = useMemo(() => buildModel(data ?? nothing), [data])
  const hidden = useMemo(() => hiddenKinds(model, chosen), [model, chosen])
  // The table has room for those without ties, and a list of its own for them.
  const withLone = lone || view === 'table'
  const shown = useMemo(
    () => filterModel(model, { hidden, datedOnly, lone: withLone }),
    [model, hidden, datedOnly, withLone],
  )
  const left = useMemo(() => loneNodes(model, { hidden, datedOnly }), [model, hidden, datedOnly])
  const here = trail[trail.length - 1]
  useEffect(() => {
    // Whoever chooses one of them wants to see it.
    if (here !== undefined && !lone && left.has(here)) change({ lone: true })
  }, [here, lone, left])
  const scope = useScope(shown)
  const canvas = useRef<Canvas | null>(null)
  const [focused, setFocused] = useState(false)
  const fitNext = useRef(false)

  const [, navigate] = useLocation()
  const wanted = new URLSearchParams(useSearch()).get('nod')
  const known = wanted !== null && model.nodes.has(wanted)
  useEffect(() => {
    if (!known) return
    chooseNode(wanted)
    // The wish is granted once: coming back later finds what was chosen since.
    navigate('/karta?', { replace: true })
  }, [wanted, known, navigate])
  const gone = wanted !== null && data !== undefined && !known
  useEffect(() => {
    // An entry that was merged into another is on the map as that one.
    if (!gone) return
    const here = stillHere()
    void survivorOf(wanted).then((id) => {
      if (here()) navigate(id === null ? '/karta?' : nodePath(id), { replace: true })
    })
  }, [wanted, gone, navigate])
  useEffect(() => {
    if (!fitNext.current || isFetching) return
    fitNext.current = false
    canvas.current?.fit()
  }, [model, isFetching])

  useEffect(() => canvas.current?.fit(), [scope.stamp])

  const actions = {
    fit: () => canvas.current?.fit(),
    relayout: () => {
      fitNext.current = true
      void relayout()
    },
    exportSvg: () => void exportSvg(getComputedStyle(document.body).colorScheme === 'dark' ? 'dark' : 'light'),
    focus: turnFocus,
  }
  useMapCommands({ model, shown: scope.model, focused, actions })

  if (data === undefined) return <div className="page">{error !== null && <ErrorMessage error={error} />}</div>
  if (model.nodes.size === 0) {
    return (
      <div className="page">
        <h1 className="page-title map-title">{t('network:title')}</h1>
        <EmptyState
          action={
            <ButtonLink icon="import" to="/las-in">
              {t('readIn.label')}
            </ButtonLink>
          }
        >
          {t('network:empty')}
        </EmptyState>
      </div>
    )
  }
  return (
    <Panes
      size="map"
      right={
        <Pane side="right" label={t('network:panel.label')}>
          <SidePanel model={shown} />
        </Pane>
      }
    >
      <div className="map">
        <h1 className="visually-hidden">{t('network:title')}</h1>
        <Toolbar model={model} scope={scope} shown={shown} lone={view === 'map' ? left.size : 0} actions={actions} />
        {view === 'map' ? (
          <MapCanvas model={scope.model} canvas={canvas} onFocusChange={setFocused} />
        ) : (
          <TableTwin model={shown} />
        )}
        <Legend model={shown} />
      </div>
    </Panes>
  )
}
