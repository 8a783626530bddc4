/** What stands in the margin beside a paragraph, and under it: decisions and assignments said in it. */
import { decisionNumberOf } from '#contract/decision-number.ts'
import type { Key, T } from '../../../i18n/resources.ts'
import type { Face } from '../editor/face-data.ts'
import type { Block, BlockKind } from '../text/blocks.ts'
import type { Item } from '../text/savers.ts'

export type Action = Item['actions'][number]

const words: Partial<Record<BlockKind, Key>> = {
  decision: 'blocks:marks.decision',
  action: 'blocks:marks.action',
  presentation: 'blocks:marks.presentation',
  motion: 'blocks:marks.motion',
  vote: 'blocks:marks.vote',
  recusal: 'blocks:marks.recusal',
  adjournment: 'blocks:marks.adjournment',
}
const voices = { group: 'blocks:marks.group', plenary: 'blocks:marks.plenary' } as const
const dissents = {
  reservation: 'blocks:marks.reservation',
  statement: 'blocks:marks.statement',
  note: 'blocks:marks.note',
} as const

/** What a block of a kind is called in the margin; running text is nothing by itself. */
export function kindMark({ kind, fields }: Pick<Block, 'kind' | 'fields'>): Key | null {
  if (kind === 'discussion') return voices[fields?.voice ?? 'group']
  if (kind === 'dissent') return dissents[fields?.dissent ?? 'reservation']
  return words[kind] ?? null
}

const withChips: ReadonlySet<BlockKind> = new Set([
  'action',
  'discussion',
  'presentation',
  'motion',
  'vote',
  'dissent',
  'recusal',
  'adjournment',
])

/** "Beslut 2026:4" once the decision of a block has a number. */
function decisionMark(item: Item, blockId: string, date: string | null, t: T): string {
  const number = decisionNumberOf(item.decisions.find((one) => one.paragraphId === blockId)?.number, date)
  return number === null ? t('blocks:marks.decision') : t('blocks:marks.decisionNumbered', { number })
}

/** The face of one block of `item`, in a meeting of `date`. Its own kind is known before it is stored; what running text says, only after. */
export function faceOf(item: Item, block: Block, date: string | null, t: T): Face {
  const { id, kind, fields } = block
  const decides = item.decisions.some((one) => one.paragraphId === id)
  const charges = item.actions.some((one) => one.paragraphId === id)
  const own = kindMark(block)
  const marks = [
    own === null ? null : kind === 'decision' ? decisionMark(item, id, date, t) : t(own),
    kind !== 'decision' && decides ? decisionMark(item, id, date, t) : null,
    kind !== 'action' && charges ? t('blocks:marks.action') : null,
  ].filter((mark) => mark !== null)
  return {
    mark: marks.length === 0 ? null : marks.join(', '),
    said: own !== null ? 'block' : marks.length === 0 ? null : 'inline',
    chips: withChips.has(kind) || charges,
    level: fields?.level ?? 0,
    ordered: fields?.ordered === true,
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
