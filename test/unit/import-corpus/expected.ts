/**
 * The labels of the corpus: what a careful reader says a text holds. Where two readings are
 * defensible a value is `{any: [...]}`; `optional` marks an entry that may be found or not.
 */
import { z } from 'zod'

const text = z.string().nullable()

const accepted = z.union([text, z.strictObject({ any: z.array(text) })])
/** One value, or several that are all right. */
export type Accepted = z.infer<typeof accepted>

const expectedDecision = z.strictObject({
  text: accepted,
  /** Stands inside a sentence of running text: the whole sentence is right too. */
  inline: z.boolean().optional(),
  optional: z.boolean().optional(),
})
export type ExpectedDecision = z.infer<typeof expectedDecision>

const expectedAction = z.strictObject({
  text: accepted,
  owner: accepted,
  due: accepted,
  optional: z.boolean().optional(),
})

const decisionList = z.array(expectedDecision)

const expectedItem = z.strictObject({
  number: accepted,
  title: accepted,
  optional: z.boolean().optional(),
  decisions: z.union([decisionList, z.strictObject({ any: z.array(decisionList) })]),
  actions: z.array(expectedAction),
})
export type ExpectedItem = z.infer<typeof expectedItem>

const expectedParticipant = z.strictObject({
  listNumber: z.int().nullable(),
  name: accepted,
  capacity: accepted,
  organisation: accepted,
  status: accepted,
  mode: accepted,
  items: accepted,
  optional: z.boolean().optional(),
})
export type ExpectedParticipant = z.infer<typeof expectedParticipant>

const expectedMeeting = z.strictObject({
  kind: accepted,
  date: accepted,
  form: accepted,
  place: accepted,
  start: accepted,
  end: accepted,
  dnr: accepted,
  body: accepted,
  chair: accepted,
  secretary: accepted,
  adjusters: z.array(z.string()),
  items: z.array(expectedItem),
  participants: z.array(expectedParticipant),
  nextMeeting: z.strictObject({ date: accepted, basis: accepted }).nullable(),
  /** People who act in the text but are not in its list. */
  notListed: z.array(accepted),
  notListedOptional: z.array(accepted).optional(),
})
export type ExpectedMeeting = z.infer<typeof expectedMeeting>

const refused = z.strictObject({ refused: z.literal(true) })

const label = z.union([refused, expectedMeeting, z.array(expectedMeeting).min(2)])

/** The label file's content: null when the text is no minutes and must be refused, else its meetings in order. */
export function readLabel(json: string): ExpectedMeeting[] | null {
  const value = label.parse(JSON.parse(json))
  if (Array.isArray(value)) return value
  return 'refused' in value ? null : [value]
}

/** The values that are right for `value`. */
export function alternatives(value: Accepted): (string | null)[] {
  return value !== null && typeof value === 'object' ? value.any : [value]
}
