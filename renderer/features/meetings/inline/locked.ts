/** Whether what is shown stands in locked minutes: every value in its scope is words then, and no control. */
import { createContext, useContext } from 'react'
import type { MeetingState } from '#contract/minutes.ts'
import { settledState } from '../../../ui/document-state.ts'

export const LockedScope = createContext(false)

/** True where nothing can be changed. */
export function useLocked(): boolean {
  return useContext(LockedScope)
}

/** Approved minutes are locked until they are opened again with a reason. */
export function isLocked(state: MeetingState): boolean {
  return settledState(state) === 'locked'
}
