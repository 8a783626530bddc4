/** Names while they are typed: `@` for people, organisations and groups, `#` for themes; and whoever and whatever is new, in passing. */
import { z } from 'zod'
import { dayTime } from '#contract/times.ts'
import { id, label, line, task, text, write } from '#contract/method.ts'

export const completeKind = z.enum(['person', 'organisation', 'body', 'theme'])
export type CompleteKind = z.infer<typeof completeKind>

export const completeHit = z.strictObject({
  kind: completeKind,
  id,
  name: z.string(),
  /** Affiliation, type or parent; a theme's code. Null when no text says. */
  detail: z.string().nullable(),
})
export type CompleteHit = z.infer<typeof completeHit>

export const completeMethods = {
  /**
   * Entries whose name has a word that begins with each word of `query`, or these initials; with these very letters
   * before those with marks forgiven. An empty query gives the first themes, and nobody.
   */
  'complete.names': task(
    z.strictObject({
      query: text(100),
      kinds: z.array(completeKind).min(1).max(4),
      limit: z.int().min(1).max(20).default(8),
    }),
    z.strictObject({ hits: z.array(completeHit) }),
  ),
  /**
   * A row on the meeting's list for somebody who is not on it: invited while it is planned, else there, in the item if
   * one is given. `personId` of somebody in the register: the row is theirs. Else it is whose the row becomes; the
   * answer's is another one when exactly one known person has the name, or somebody on the list.
   */
  'complete.addPerson': write(
    z.strictObject({
      meetingId: id,
      itemId: id.nullable(),
      personId: id,
      name: label(200),
      organisation: line().nullable(),
      /** In the minutes' own words; left out: a guest, and nothing said while the meeting is planned. */
      capacity: z.enum(['guest', 'staff']).optional(),
      /** While the meeting runs: there from then on, and not for the item alone. */
      from: dayTime.nullable().default(null),
    }),
    z.strictObject({ personId: id, version: z.int() }),
  ),
  /**
   * A theme of that title in the register, as an area. It gets `themeId`; the answer's is another one where a theme of
   * the title is known already.
   */
  'complete.addTheme': write(
    z.strictObject({ themeId: id, title: label(200) }),
    z.strictObject({ themeId: id, version: z.int() }),
  ),
} as const
