/** Two accounts of one occasion, fact by fact, each with its words. */
import { KansliError } from '#contract/errors.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import type { Account as Which } from '#contract/sources.ts'
import type { ReadableDb } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { meetingOrigin, sourceById } from '#db/queries/sources.ts'
import type { ReadContext } from '#core/context.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { restrictedIn } from '#core/privacy/restricted.ts'
import type { Account } from '#core/reading/account-facts.ts'
import { compareAccounts } from '#core/reading/compare.ts'

type Head = Output<'sources.compare'>['a']
type Told = { head: Head; account: Account }

/** A meeting written here, as lines: nothing but what it says. */
function linesOf(db: ReadableDb, id: string): string {
  const meeting = showMeeting(getMeeting(db, id))
  const head = [meeting.title, meeting.date ?? '', ...meeting.participants.map((one) => one.asWritten)]
  const items = meeting.items.flatMap((item) => [item.title, ...item.blocks.map((block) => block.text)])
  return [...head, ...items].join('\n')
}

function meetingTold(db: ReadableDb, id: string, today: string): Told {
  const origin = meetingOrigin(db, id)
  if (origin === undefined) throw new KansliError('meeting.not-found', { which: id })
  const { title, date, sourceId, text, from } = origin
  const head: Head = { kind: 'meeting', id, name: title, date, sourceId }
  if (text === null) return { head, account: { text: linesOf(db, id), kind: 'text' } }
  // The text is read again whole, so that its lines keep their numbers.
  const minutes = parseMinutes(text, { today }).find((one) => one.lines[0] === from)
  return { head, account: { text, kind: 'minutes', ...(minutes === undefined ? {} : { minutes }) } }
}

function told(db: ReadableDb, { kind, id }: Which, today: string): Told {
  if (kind === 'meeting') return meetingTold(db, id, today)
  const source = sourceById(db, id)
  if (source === undefined) throw new KansliError('source.not-found')
  const { name, text, publishedTo } = source
  return {
    head: { kind: 'source', id, name, date: publishedTo, sourceId: id },
    account: { text, kind: source.kind },
  }
}

const standing = { both: 'both', 'only-a': 'a', 'only-b': 'b', conflict: 'conflict' } as const

/** @throws KansliError source.not-found, meeting.not-found */
export function compare({ db, ports }: ReadContext, input: Parsed<'sources.compare'>): Output<'sources.compare'> {
  const today = ports.clock().toISOString().slice(0, 10)
  const restricted = restrictedIn(db)
  const [a, b] = [told(db, input.a, today), told(db, input.b, today)]
  return {
    a: a.head,
    b: b.head,
    // Who is restricted is compared by nobody; the texts themselves stay as they are.
    facts: compareAccounts(a.account, b.account)
      .filter((one) => restricted?.isNamed(one.fact.label) !== true)
      .map((one) => ({
        standing: standing[one.verdict],
        kind: one.fact.kind,
        about: one.fact.label,
        date: one.fact.date,
        a: { places: one.placesA, roles: one.rolesA },
        b: { places: one.placesB, roles: one.rolesB },
        notes: one.notes,
      })),
  }
}
