/**
 * What an organisation or a body is, the names an entry goes by, and events that are one, all put right by hand. Each
 * method is one undo step, each change somebody's own statement ("egen uppgift"), and what stood before is kept.
 */
import { z } from 'zod'
import { date } from '#contract/days.ts'
import { id, label, line, nothing, text, write } from '#contract/method.ts'
import { bodyType, organisationType } from '#contract/reading.ts'
import { entry } from '#contract/register-edit.ts'
import { entityKind, nameKind } from '#contract/register.ts'

const statement = text(4000).default('')
const inUse = { from: date.nullable().default(null), to: date.nullable().default(null) }

export const byHandMethods = {
  /** What is left out stays; null says that it is not known. */
  'organisations.set': write(
    z.strictObject({
      id,
      type: organisationType.nullable().optional(),
      /** The day it ceased, as precise as it is known. */
      dissolvedOn: date.nullable().optional(),
      statement,
    }),
    nothing,
  ),
  /** What is left out stays. A parent that lies below the body is refused: body.ring; the organisation
   * that it is, as the one it is in: body.itself. */
  'bodies.set': write(
    z.strictObject({
      id,
      type: bodyType.nullable().optional(),
      parent: entry.nullable().optional(),
      organisation: entry.nullable().optional(),
      mandate: text(20_000).nullable().optional(),
      targetSize: line(100).nullable().optional(),
      statement,
    }),
    nothing,
  ),
  /**
   * A body that is itself an organisation: both pages tell what is known of either, and the map has one node for them.
   * Null: they are two. Errors: body.taken (another body is that organisation).
   */
  'bodies.same': write(z.strictObject({ id, organisationId: id.nullable(), statement }), nothing),
  /** A further name. One that the entry has is refused: name.known. date.order when the last day lies first. */
  'names.add': write(
    z.strictObject({
      owner: z.strictObject({ kind: entityKind, id }),
      text: label(),
      kind: nameKind.default('variant'),
      ...inUse,
      statement,
    }),
    z.strictObject({ id }),
  ),
  /** A name given by hand may be rewritten; of any other only the kind and the days are said: name.written. */
  'names.set': write(
    z.strictObject({ owner: entityKind, id, text: label(), kind: nameKind, ...inUse, statement }),
    nothing,
  ),
  /** Only a name given by hand, and not the shown one: name.written, name.shown. */
  'names.remove': write(z.strictObject({ owner: entityKind, id }), nothing),
  /**
   * The two are one: words, parts and what only `gone` tells go to `keep`, whose own title and days stay. The id of
   * `gone` leads there from now on. Errors: entity.not-found, event.same (one and the same already).
   */
  'events.merge': write(z.strictObject({ keep: id, gone: id }), nothing),
  /** They were two after all: what came with the event goes back to it. */
  'events.separate': write(z.strictObject({ id }), nothing),
} as const
