/** Title bar, places, page, foot: what stands around every page of an open workspace. */
import './shell.css'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { coreCommands, placeCommands } from '../commands/core-commands.ts'
import { listenToKeys } from '../commands/keyboard.ts'
import { addCommands, type CommandContext } from '../commands/registry.ts'
import { featureCommands } from '../features/commands.ts'
import { routes } from '../features/index.ts'
import { PrivacyLayer } from '../features/privacy/privacy-layer.tsx'
import { places } from '../features/route.ts'
import { startTour } from '../features/tour/state.ts'
import { TourLayer } from '../features/tour/tour-layer.tsx'
import { useT } from '../i18n/i18n.ts'
import { Foot } from './foot.tsx'
import { OverlayLayer } from './overlay-layer.tsx'
import { PageArea, useMatch } from './pages.tsx'
import { PlaceColumn } from './place-column.tsx'
import { TitleBar } from './title-bar.tsx'

const shownPlaces = places.filter((place) => routes.some((route) => route.place === place))

export function Shell({ status }: { status: Output<'workspace.status'> & { open: { name: string } } }) {
  const t = useT()
  const [path, navigate] = useLocation()
  const match = useMatch(routes, path)
  const context: CommandContext = { path, navigate: (to) => navigate(to), open: true }

  useEffect(() => addCommands([...placeCommands(shownPlaces), ...featureCommands, ...coreCommands]), [])
  useEffect(
    () =>
      status.example
        ? addCommands([{ id: 'tour.start', labelKey: 'tour', group: 'help', icon: 'info', run: startTour }])
        : undefined,
    [status.example],
  )
  useEffect(() => listenToKeys(() => ({ path, navigate: (to) => navigate(to), open: true })), [path, navigate])

  return (
    <div className="shell" data-rail={match?.route.shell === 'rail' || undefined}>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {t('skip')}
      </button>
      <TitleBar file={status.example ? t('exampleName') : status.open.name} />
      <PlaceColumn shown={shownPlaces} here={match?.route.place ?? null} counts={status.counts} />
      <PageArea match={match} path={path} />
      <Foot context={context} />
      {status.example && <TourLayer />}
      <OverlayLayer context={context} />
      <PrivacyLayer />
    </div>
  )
}
