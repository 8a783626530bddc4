/** Pushed from the core to every screen. */
import type { MethodName } from '#contract/methods.ts'

export type KansliEvent =
  /** A write went through: what was read may have changed. */
  | { type: 'changed'; method: MethodName; savedAt: string }
  /** After a fault of the disk the workspace was closed, checked and opened again: what was read may be otherwise now. */
  | { type: 'reopened' }
  /** Another workspace is open, or none. */
  | { type: 'workspace' }
