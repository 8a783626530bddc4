/** The form of an entry that is asked for from anywhere; what it makes is shown. */
import { useLocation } from 'wouter'
import { OpenForm, type Open } from './forms.tsx'
import { registerPath } from './kinds.ts'
import { newEntry, type NewKind } from './new-entry.ts'

const forms: Readonly<Record<NewKind, Open>> = {
  theme: { form: 'theme', theme: null },
  post: { form: 'post', post: null },
  event: { form: 'event', event: null },
  assignment: { form: 'assignment', assignment: null },
}

export function NewEntryForm() {
  const kind = newEntry.use()
  const [, navigate] = useLocation()
  if (kind === null) return null
  return (
    <OpenForm
      key={kind}
      open={forms[kind]}
      subject={null}
      onClose={() => newEntry.set(null)}
      onMade={(id) => navigate(registerPath(kind, id))}
    />
  )
}
