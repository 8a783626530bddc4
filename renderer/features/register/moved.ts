/** An address whose entry was merged into another becomes that one's, without a step in the way back. */
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { RegisterKind } from '#contract/register.ts'
import { registerPath } from './kinds.ts'

/** @param shown the entry that was answered with; undefined while nothing is */
export function useMoved(kind: RegisterKind, id: string, shown: string | undefined): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    if (shown !== undefined && shown !== id) navigate(registerPath(kind, shown), { replace: true })
  }, [kind, id, shown, navigate])
}
