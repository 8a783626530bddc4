/** The questions about personal data that stand over any page. Fetched when the first one is asked. */
import { lazy, Suspense } from 'react'
import { loadWords } from '../../i18n/i18n.ts'
import { useAsked } from './asked.ts'

const EraseDialog = lazy(async () => {
  const [{ EraseDialog: dialog }] = await Promise.all([import('./erase-dialog.tsx'), loadWords('privacy', 'identity')])
  return { default: dialog }
})
const LeavingDialog = lazy(async () => {
  const [{ LeavingDialog: dialog }] = await Promise.all([import('./leaving-dialog.tsx'), loadWords('privacy')])
  return { default: dialog }
})

export function PrivacyLayer() {
  const asked = useAsked()
  if (asked === null) return null
  return (
    <Suspense>
      {asked.what === 'erase' ? (
        <EraseDialog key={asked.id} id={asked.id} name={asked.name} />
      ) : (
        <LeavingDialog flags={asked.flags} canLeaveOut={asked.canLeaveOut} answer={asked.answer} />
      )}
    </Suspense>
  )
}
