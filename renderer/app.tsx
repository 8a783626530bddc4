/** Which of three screens: not let in, no workspace open, or the workspace. */
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'
import { lazy, Suspense, useEffect } from 'react'
import { useLocation } from 'wouter'
import { loadWords, useT } from './i18n/i18n.ts'
import { SessionExpired, ConnectionLost } from './shell/no-connection.tsx'
import { Shell } from './shell/shell.tsx'
import { followChanges, useConnection, useRead } from './transport/hooks.ts'
import { acknowledge, forgetSaved } from './transport/saved.ts'
import { ErrorMessage } from './ui/message.tsx'
import { Button } from './ui/button.tsx'

const Welcome = lazy(async () => {
  const [{ Welcome: page }] = await Promise.all([import('./features/welcome/welcome.tsx'), loadWords('welcome')])
  return { default: page }
})

export function App() {
  const t = useT()
  const connection = useConnection()
  const [, navigate] = useLocation()
  const status = useRead('workspace.status', {})
  const savedAt = status.data?.savedAt ?? null

  useEffect(
    () =>
      followChanges(() => {
        forgetSaved()
        navigate('/')
      }),
    [navigate],
  )
  useEffect(() => {
    if (savedAt !== null) acknowledge(savedAt)
  }, [savedAt])

  if (connection === 'expired') return <SessionExpired />
  if (status.data === undefined) {
    return status.error === null ? null : (
      <main className="alone">
        <ErrorMessage
          error={status.error}
          actions={<Button onClick={() => void status.refetch()}>{t('broken.retry')}</Button>}
        />
      </main>
    )
  }
  const { open } = status.data
  return (
    <>
      {open === null ? (
        <Suspense>
          <Welcome />
        </Suspense>
      ) : (
        // By its file: a core that was started again gives the same file another handle, and the page goes on.
        <Shell key={open.path} status={{ ...status.data, open }} />
      )}
      {connection === 'lost' && <ConnectionLost />}
    </>
  )
}
