/**
 * Entries of their own whose names are like a person's: a spelling that nobody has merged is no part of an erasure
 * until somebody says so.
 */
import type { Alike } from '#contract/privacy.ts'
import type { ReadableDb } from '#db/connection.ts'
import { fallenNames } from '#db/queries/fallen.ts'
import { namesOfPeople, type BearerName } from '#db/queries/privacy.ts'
import { affiliationsOf } from '#db/queries/register-lists.ts'
import { answersOf, pairKey } from '#core/identity/answers.ts'
import { drawersOf } from '#core/identity/candidates.ts'
import { judgeNames, type Verdict } from '#core/identity/judge-person.ts'
import { atBest } from '#core/identity/name-pairs.ts'
import { matchNames, type Known } from '#core/register/matching.ts'
import { matchKey } from '#core/register/names.ts'
import { nameSimilarity } from '#core/register/similarity.ts'

/** Beyond these nobody reads on; those who are taken along stand first. */
const most = 30

type Weighed = BearerName & { verdict: Verdict; likeness: number }

const rank = ({ verdict }: Weighed) => (verdict === null ? 0 : verdict.verdict === 'same' ? 2 : 1)
const better = (one: Weighed, two: Weighed) => rank(two) - rank(one) || two.likeness - one.likeness

/** What everybody is called, made ready to be asked for many names: under the place of each row, and in its drawers. */
type Sorted = { rows: readonly BearerName[]; known: readonly Known[]; drawers: readonly (readonly string[])[] }

function sorted(rows: readonly BearerName[]): Sorted {
  const known = rows.map(({ text }, place) => ({
    id: String(place),
    name: text,
    matchKey: matchKey(text),
    organisations: [],
  }))
  return { rows, known, drawers: rows.map(({ text }) => drawersOf(text)) }
}

/** Places of the rows whose name is like this one, or may be meant by it. */
function placesLike(name: string, { rows, known, drawers }: Sorted): Set<number> {
  const [match] = matchNames([{ name, organisation: null }], known, 'person', { plain: true })
  const found = new Set((match?.candidates ?? []).map(({ id }) => Number(id)))
  const own = new Set(drawersOf(name))
  drawers.forEach((keys, place) => {
    if (keys.some((key) => own.has(key)) && judgeNames(name, rows[place]?.text ?? '', atBest) !== null) found.add(place)
  })
  return found
}

/**
 * Everybody else whose name is like one of theirs, restricted or fallen with a text as well, the likeliest first.
 * @param ids the person, then those who are taken along: they stand among the alike, and what is like their names too
 */
export function alikeTo(db: ReadableDb, ids: readonly string[]): Alike[] {
  const [id = '', ...along] = ids
  const everybody = [...namesOfPeople(db), ...fallenNames(db)]
  const own = everybody.filter((row) => ids.includes(row.id))
  const rows = everybody.filter((row) => row.id !== id)
  const others = sorted(rows)
  const best = new Map<string, Weighed>()
  const weigh = (name: string, row: BearerName) => {
    const found = {
      ...row,
      verdict: judgeNames(name, row.text, atBest),
      likeness: nameSimilarity(matchKey(name), matchKey(row.text)),
    }
    const known = best.get(row.id)
    if (known === undefined || better(found, known) < 0) best.set(row.id, found)
  }
  for (const name of own)
    for (const place of placesLike(name.text, others)) {
      const row = rows[place]
      if (row !== undefined && row.id !== name.id) weigh(name.text, row)
    }
  // Whoever was taken along by hand is shown however unlike.
  for (const row of rows) if (along.includes(row.id) && !best.has(row.id)) weigh(own[0]?.text ?? '', row)
  const { about } = answersOf(db, 'person')
  const chosen = [...best.values()]
    .toSorted((a, b) => Number(along.includes(b.id)) - Number(along.includes(a.id)) || better(a, b))
    .slice(0, most)
  const details = affiliationsOf(
    db,
    chosen.map((one) => one.id),
  )
  return chosen.toSorted(better).map((one) => ({
    id: one.id,
    name: one.shown,
    spelling: one.text === one.shown ? null : one.text,
    detail: details.get(one.id) ?? null,
    likeness: Math.round(one.likeness * 1000) / 1000,
    reasons: (one.verdict?.reasons ?? []).filter((reason) => reason !== 'shared-organisation'),
    standing: one.standing === 1,
    different: about.get(pairKey(id, one.id))?.verdict === 'different',
  }))
}
