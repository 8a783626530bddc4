/** The day and the knowledge that a read asks for. */
import { momentEnd } from '#contract/calendar.ts'
import type { Clock } from '#contract/register.ts'
import { now, type Then } from '#db/queries/past.ts'
import type { Ports } from '#core/ports.ts'

/** What is looked at: roles on the day `on`, meetings up to it when a day was asked for, rows as known then. */
export type View = { on: string; past: Then }

/** Without a day it is today, and meetings that lie ahead are shown too. */
export function viewOf({ asOf, knownAt }: Clock, ports: Pick<Ports, 'clock'>): View {
  return {
    on: asOf ?? ports.clock().toISOString().slice(0, 10),
    past: {
      known: knownAt === undefined ? now.known : momentEnd(knownAt),
      upTo: asOf ?? now.upTo,
    },
  }
}
