/** What a block shows beside its words, in static text and editor alike. */
import type { Block } from '../text/blocks.ts'

/** What the margin says beside a block, how a list entry stands, and whether fields stand under it. */
export type Face = {
  mark: string | null
  said: 'block' | 'inline' | null
  chips: boolean
  level: number
  ordered: boolean
}
export type FaceOf = (block: Block) => Face

/** The face as attributes of the block's element, for static text and editor alike. */
export function faceData({ mark, said, level, ordered }: Face, block: Block): Record<string, string | undefined> {
  return {
    id: block.id,
    kind: block.kind,
    mark: mark ?? undefined,
    said: said ?? undefined,
    level: block.kind === 'list' ? String(level) : undefined,
    ordered: block.kind === 'list' && ordered ? '' : undefined,
  }
}
