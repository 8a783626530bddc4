/** What a register page offers about who its subject is: entries for its menu, and the dialog that one opens. */
import './identity.css'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { EntityKind, RegisterKind } from '#contract/register.ts'
import { loadWords, useT } from '../../i18n/i18n.ts'
import type { MenuEntry } from '../../ui/menu.tsx'

const MergeDialog = lazy(async () => {
  const [module] = await Promise.all([import('./merge-dialog.tsx'), loadWords('identity')])
  return { default: module.MergeDialog }
})
const SplitDialog = lazy(async () => {
  const [module] = await Promise.all([import('./split-dialog.tsx'), loadWords('identity')])
  return { default: module.SplitDialog }
})

type Subject = { kind: RegisterKind; id: string; name: string }

/** Only these can be one under two names. */
function namedKind(kind: RegisterKind): EntityKind | null {
  return kind === 'person' || kind === 'organisation' || kind === 'body' ? kind : null
}

export function useIdentityActs({ kind: registerKind, id, name }: Subject): {
  entries: MenuEntry[]
  dialog: ReactNode
} {
  const t = useT()
  const [open, setOpen] = useState<'merge' | 'split' | null>(null)
  const close = () => setOpen(null)
  const kind = namedKind(registerKind)
  if (kind === null) return { entries: [], dialog: null }
  const subject = { kind, id, name, onClose: close }
  return {
    entries: [
      { id: 'merge', label: t('register:merge'), icon: 'path', run: () => setOpen('merge') },
      { id: 'split', label: t('register:split'), icon: 'minus', run: () => setOpen('split') },
    ],
    dialog:
      open === null ? null : (
        <Suspense fallback={null}>
          {open === 'merge' ? <MergeDialog {...subject} /> : <SplitDialog {...subject} />}
        </Suspense>
      ),
  }
}
