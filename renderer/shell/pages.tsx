/** The page the address names, in a region of its own that takes the focus when the page changes. */
import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { matchRoute, useRouter } from 'wouter'
import type { Route } from '../features/route.ts'
import { useT } from '../i18n/i18n.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { usePageTitle } from './page-title.ts'

export type Match = { route: Route; params: Record<string, string | undefined> }

/** The first route that fits `path`, with its parameters. */
export function useMatch(routes: readonly Route[], path: string): Match | null {
  const { parser } = useRouter()
  for (const route of routes) {
    const [fits, params] = matchRoute(parser, route.path, path)
    if (fits) return { route, params }
  }
  return null
}

/** Words instead of an empty page, but only once somebody has had to wait. */
function Waiting() {
  const t = useT()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400)
    return () => clearTimeout(timer)
  }, [])
  return <div className="page text-3">{long ? t('waiting') : null}</div>
}

/** Waits with the page: a page that is still being fetched has not been arrived at. */
function Arrival({ path, arrived }: { path: string; arrived: () => void }) {
  const [, settle] = useState('')
  // What is drawn again at once has the effects of what was drawn before it run first. Otherwise they wait for a turn of
  // their own, and a click or a key that comes before it finds a page that hears nothing yet.
  // oxlint-disable-next-line react/set-state-in-effect
  useLayoutEffect(() => settle(path), [path])
  useEffect(arrived, [path, arrived])
  return null
}

function NoPage() {
  const t = useT()
  usePageTitle(t('noPage'))
  return (
    <div className="page no-page">
      <h1 className="page-title">{t('noPage')}</h1>
      <ButtonLink to="/">{t('broken.start')}</ButtonLink>
    </div>
  )
}

export function PageArea({ match, path }: { match: Match | null; path: string }) {
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const arrived = useCallback(() => {
    const at = document.activeElement
    // Whoever walks by a guide beside the page goes on from there.
    const stays = at !== null && (main.current?.contains(at) === true || at.closest('[data-guide]') !== null)
    if (first.current) first.current = false
    else if (!stays) main.current?.focus()
  }, [])
  const Page = match?.route.page
  return (
    <main ref={main} id="main" className="main" tabIndex={-1}>
      <ErrorBoundary where={path}>
        <Suspense fallback={<Waiting />}>
          <Arrival path={path} arrived={arrived} />
          {Page === undefined || match === null ? <NoPage /> : <Page params={match.params} />}
        </Suspense>
      </ErrorBoundary>
    </main>
  )
}
