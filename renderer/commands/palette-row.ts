/** A row of the palette and the rows under one title, whoever makes them. */
import type { IconName } from '../ui/icon.tsx'
import type { Kind } from '../ui/marks.tsx'
import type { Hit } from './fuzzy.ts'
import type { CommandContext } from './registry.ts'

export type Row = {
  id: string
  text: string
  ranges: Hit['ranges']
  detail: string | null
  mark: { kind: Kind } | { icon: IconName } | null
  /** Says the mark's meaning where a word is needed. */
  markName?: string
  shortcut: string | null
  /** The meeting whose title it is. */
  meeting?: string
  /** Words of the record are set in its face. */
  record: boolean
  /** Running it keeps the palette open. */
  stays?: boolean
  run: (context: CommandContext) => void | Promise<void>
}
export type Section = { title: string; rows: Row[] }
