/** What stands in the margin beside a paragraph, and under it: decisions and assignments said in it. */
import type { T } from '../../../i18n/resources.ts'
import type { Face } from '../editor/block-view.ts'
import type { BlockKind } from '../text/blocks.ts'
import type { Item } from '../text/savers.ts'

export type Action = Item['actions'][number]

/** The face of one paragraph of `item`. A block's own kind is known before it is stored; what running text says, only after. */
export function faceOf(item: Item, id: string, kind: BlockKind, t: T): Face {
  const decides = item.decisions.some((one) => one.paragraphId === id)
  const charges = item.actions.some((one) => one.paragraphId === id)
  const marks = [
    kind === 'decision' || decides ? t('meetings:marks.decision') : null,
    kind === 'action' || charges ? t('meetings:marks.action') : null,
  ].filter((mark) => mark !== null)
  return {
    mark: marks.length === 0 ? null : marks.join(', '),
    said: kind === 'decision' || kind === 'action' ? 'block' : marks.length === 0 ? null : 'inline',
    chips: kind === 'action' || charges,
  }
}

/** The actions of a paragraph; none yet for one that is being stored. */
export function actionsOf(item: Item, id: string): Action[] {
  return item.actions.filter((one) => one.paragraphId === id)
}

/** `§ 12`, `4`; null without a number. */
export function numberOf(item: { number: string | null; numberStyle: Item['numberStyle'] }): string | null {
  if (item.number === null) return null
  return item.numberStyle === 'paragraph' ? `§ ${item.number}` : item.number
}
