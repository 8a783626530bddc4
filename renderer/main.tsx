/** Starts the screen: theme and words first, so that nothing is ever shown in the wrong ones. */
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { App } from './app.tsx'
import { askFirst } from './features/start/ask-first.ts'
import { loadErrorTexts } from './i18n/error-text.ts'
import { startWords } from './i18n/i18n.ts'
import { startSingleKeys, startTheme } from './theme/theme.ts'
import { queryClient } from './transport/hooks.ts'

startTheme()
startSingleKeys()

// The first questions go out before anything is drawn, and the words come meanwhile.
const status = askFirst()
await Promise.all([startWords(), status])

const element = document.getElementById('root')
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <App />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  )
}
void loadErrorTexts()
