/** A page of texts that a file can be dropped on, to be looked at before it is kept. */
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { DropArea } from '../../ui/drop-area.tsx'
import { lookAtFile } from './add-session.ts'

export function DropFiles({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <DropArea words={t('sources:dropHere')} take={([first]) => void (first !== undefined && lookAtFile(first))} whole>
      {children}
    </DropArea>
  )
}
