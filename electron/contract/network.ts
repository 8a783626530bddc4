/** The network drawn from the database: nothing in it is stored twice, only positions are its own. */
import { z } from 'zod'
import { clock, evidence } from '#contract/register.ts'
import { nothing, read, task, write } from '#contract/method.ts'

export const nodeKind = z.enum(['person', 'organisation', 'body', 'meeting', 'theme'])
export type NodeKind = z.infer<typeof nodeKind>

export const networkNode = z.strictObject({
  /** The entity's own id. */
  id: z.string(),
  kind: nodeKind,
  label: z.string(),
  /** Model coordinates, about one unit per pixel at zoom 1; y grows downwards. */
  x: z.number(),
  y: z.number(),
  /** Put there by hand: a new layout leaves it. */
  pinned: z.boolean(),
  degree: z.int(),
})
export type NetworkNode = z.infer<typeof networkNode>

/**
 * attended: person–meeting, by its list, an office or a block of theirs; represents: person–organisation; role: person–body; held: body–meeting; under: body–body or
 * theme–theme; focus: who works on a theme; assigned: organisation–theme, through what it has been given to do; related:
 * any other tie that a text states.
 */
export const tieKind = z.enum(['attended', 'represents', 'role', 'held', 'under', 'focus', 'assigned', 'related'])
export type TieKind = z.infer<typeof tieKind>

export const networkTie = z.strictObject({
  id: z.string(),
  kind: tieKind,
  from: z.string(),
  to: z.string(),
  /** Words on the tie as written ("ledamot", "VD"); null when the text gives none. */
  label: z.string().nullable(),
  /** A date holds it on the day that is shown: drawn solid; else dashed. */
  dated: z.boolean(),
})
export type NetworkTie = z.infer<typeof networkTie>

export const network = z.strictObject({ nodes: z.array(networkNode), ties: z.array(networkTie) })
export type Network = z.infer<typeof network>

export const networkMethods = {
  /**
   * What held on the day, meetings up to it; a tie whose days are over or lie ahead is left out, one without days stays.
   * Without a day it is today, and meetings ahead are there too. Places nodes that have no position yet, and keeps the
   * rest where they are whatever the day.
   */
  'network.get': task(z.strictObject(clock), network),
  /** The words a tie came from. */
  'network.evidence': read(
    z.strictObject({ tieId: z.string().max(200), knownAt: clock.knownAt }),
    z.strictObject({ evidence: z.array(evidence) }),
  ),
  'network.move': write(
    z.strictObject({
      positions: z
        .array(
          z.strictObject({
            id: z.string().max(100),
            x: z.number().min(-1e6).max(1e6),
            y: z.number().min(-1e6).max(1e6),
          }),
        )
        .max(20_000),
    }),
    nothing,
  ),
  /** Forgets every position, by hand or not, and lays the network out anew. */
  'network.relayout': write(nothing, nothing),
  /** `leaveHealth`: words of ties that tell of somebody's health are left out; logged as an export. */
  'network.svg': task(
    z.strictObject({
      language: z.enum(['sv', 'en']),
      theme: z.enum(['light', 'dark']).default('light'),
      leaveHealth: z.boolean().default(false),
      ...clock,
    }),
    z.strictObject({ saved: z.string().nullable() }),
  ),
} as const
