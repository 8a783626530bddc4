/** Starts the screen: theme and words first, so that nothing is ever shown in the wrong ones. */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { App } from './app.tsx'
import { takeFirst } from './features/start/take-first.ts'
import { loadErrorTexts } from './i18n/error-text.ts'
import { startWords } from './i18n/i18n.ts'
import { whenSettled } from './shell/idle.ts'
import { startSingleKeys, startTheme } from './theme/theme.ts'
import { queryClient } from './transport/hooks.ts'

startTheme()
startSingleKeys()

startWords()
// Asked long before this line is reached: see ask-first.ts.
await takeFirst()

const element = document.getElementById('root')
if (element !== null) {
  const root = createRoot(element)
  // At once, and with what its effects add: the first screen is drawn once and whole.
  flushSync(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Router hook={useHashLocation}>
            <App />
          </Router>
        </QueryClientProvider>
      </StrictMode>,
    ),
  )
}
// At hand before the first error, but not before the first screen.
whenSettled(() => void loadErrorTexts().catch(() => undefined))
