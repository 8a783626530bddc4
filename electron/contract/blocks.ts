/**
 * The blocks that the text of an agenda item is made of: one paragraph each, with whole words that stand alone in any
 * reader, and beside them what the kind asks for. Fields may all wait; what is missing is unknown.
 */
import { z } from 'zod'
import { blockKinds } from '#contract/block-kinds.ts'
import { id, line, text } from '#contract/method.ts'
import { clockTime } from '#contract/times.ts'

export const blockKind = z.enum(blockKinds)
export type BlockKind = z.infer<typeof blockKind>

export const voteMethod = z.enum(['acclamation', 'hands', 'roll-call', 'secret'])
export const voteOutcome = z.enum(['yes', 'no', 'tied'])
export const voteChoice = z.enum(['yes', 'no', 'abstain'])
/** reservation; statement: särskilt yttrande; note: protokollsanteckning. */
export const dissentType = z.enum(['reservation', 'statement', 'note'])

const count = z.int().min(0).max(100_000)

/** What a kind may say beside its words. A missing field is unknown. */
export const blockFields = z
  .strictObject({
    /** list: numbered, and how deep, from 0. */
    ordered: z.boolean(),
    level: z.int().min(0).max(2),
    /** discussion: one group's words or the plenary's summary; which group. */
    voice: z.enum(['group', 'plenary']),
    group: line(200),
    /** presentation: what was shown. */
    work: line(),
    /** vote: how, the order of putting the question (propositionsordning), what yes and no meant, what came of it. */
    method: voteMethod,
    order: text(2000),
    outcome: voteOutcome,
    yes: count,
    no: count,
    abstain: count,
    dissent: dissentType,
    /** adjournment */
    from: clockTime,
    to: clockTime,
  })
  .partial()
export type BlockFields = z.infer<typeof blockFields>

/** The fields each kind may have; every other kind has none. */
const fieldsOfKind: Partial<Record<BlockKind, readonly (keyof BlockFields)[]>> = {
  list: ['ordered', 'level'],
  discussion: ['voice', 'group'],
  presentation: ['work'],
  vote: ['method', 'order', 'outcome', 'yes', 'no', 'abstain'],
  dissent: ['dissent'],
  adjournment: ['from', 'to'],
}

export function hasField(kind: BlockKind, name: string): boolean {
  return fieldsOfKind[kind]?.some((one) => one === name) === true
}

export const contributionRole = z.enum(['presenter', 'mover', 'voter', 'dissenter', 'recused'])
/** Somebody a block concerns. personId null: known by name alone. choice: a voter's, and only a voter's. */
export const contribution = z
  .strictObject({
    id,
    role: contributionRole,
    personId: id.nullable(),
    name: line(),
    choice: voteChoice.nullable(),
  })
  .refine(({ role, choice }) => (role === 'voter') === (choice !== null))
export type Contribution = z.infer<typeof contribution>

/** Words of a block, `from` up to `to` in UTF-16 units, that stand for an entry of the register or are another language. */
export const textSpan = z
  .strictObject({
    from: z.int().min(0),
    to: z.int().min(1),
    kind: z.enum(['person', 'organisation', 'body', 'theme', 'foreign']),
    /** The entry; null for foreign words. */
    ref: id.nullable(),
  })
  .refine(({ from, to, kind, ref }) => to > from && (kind === 'foreign') === (ref === null))
export type TextSpan = z.infer<typeof textSpan>
