/** Where a popover hangs on a place of the text: under it, or above where there is no room, and never past the edge. */
import type { Place } from '../editor/api.ts'

const gap = 6
const edge = 8
/** 24rem, the list's width. */
const width = 384

export function popoverPlace({ left, top, bottom }: Place, height: number): Record<string, number> {
  const start = Math.max(edge, Math.min(left, window.innerWidth - Math.min(width, window.innerWidth - 2 * edge) - edge))
  return bottom + height > window.innerHeight && top > window.innerHeight - bottom
    ? { left: start, bottom: window.innerHeight - top + gap }
    : { left: start, top: bottom + gap }
}
