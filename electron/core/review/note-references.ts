/** Noting, when items get other numbers, which of them the text of their meeting means by the numbers of until now. */
import { run } from '#db/connection.ts'
import { forgetNumber, noteNumber, numbersMeant, paragraphsOf, type NumberMeant } from '#db/queries/numbers-meant.ts'
import { answersAt } from '#db/queries/review.ts'
import type { WriteContext } from '#core/context.ts'
import { referencesIn } from './references.ts'

/** An answer to the same words of another time is none to these. */
function askAnew({ db }: WriteContext, meetingId: string, { paragraphId, number }: NumberMeant): void {
  const before = `number-moved|${paragraphId}|`
  for (const { id, key } of answersAt(db, meetingId))
    if (key.startsWith(before) && referencesIn(key.slice(before.length)).some((one) => one.number === number))
      run(db, 'DELETE FROM review_answer WHERE id = ?', [id])
}

/**
 * To be called within the write that gives the numbers, before it writes anything. What is noted already stands, for
 * then the text has said its number since before; what the text has no more is forgotten.
 * @param changed items of the meeting that get another number, with the one until now
 */
export function noteReferences(
  context: WriteContext,
  meetingId: string,
  changed: readonly { id: string; from: string | null }[],
): void {
  const { db, ports } = context
  const paragraphs = paragraphsOf(db, meetingId)
    .filter(({ text }) => /\d/u.test(text))
    .map(({ id, text }) => ({ id, numbers: new Set(referencesIn(text).map(({ number }) => number)) }))
  const written = new Map(paragraphs.map(({ id, numbers }) => [id, numbers]))
  const known = numbersMeant(db, meetingId)
  const standing = known.filter((one) => written.get(one.paragraphId)?.has(one.number) === true)
  for (const one of known) if (!standing.includes(one)) forgetNumber(db, one)
  for (const { id: paragraphId, numbers } of paragraphs)
    for (const { id: itemId, from: number } of changed)
      if (
        number !== null &&
        numbers.has(number) &&
        !standing.some((one) => one.paragraphId === paragraphId && one.number === number)
      ) {
        const one = { paragraphId, itemId, number }
        standing.push(one)
        noteNumber(db, ports.newId(), one)
        askAnew(context, meetingId, one)
      }
}
