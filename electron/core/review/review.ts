/** All that the text of a meeting raises, by every rule, in the order of the minutes. Pure. */
import type { MeetingView } from '#contract/meetings.ts'
import { actors } from './actors.ts'
import { compounds } from './compounds.ts'
import { dashes } from './dashes.ts'
import { dates } from './dates.ts'
import { missingNumbers } from './missing-numbers.ts'
import { pageNumbers } from './page-numbers.ts'
import { passagesOf, type Known, type Raised, type ReviewInput } from './passages.ts'
import { presenceTimes } from './presence-times.ts'
import { presence } from './presence.ts'
import { promises } from './promises.ts'
import { quotation } from './quotation.ts'
import { references } from './references.ts'
import { spelling } from './spelling.ts'
import { tense } from './tense.ts'

const rules: readonly ((input: ReviewInput) => Raised[])[] = [
  actors,
  presence,
  presenceTimes,
  spelling,
  promises,
  dates,
  references,
  missingNumbers,
  pageNumbers,
  tense,
  quotation,
  dashes,
  compounds,
]

export type Keyed = Raised & { key: string }

/** Longest words that a key holds. */
export const longestKeyed = 1500

/** A promise is the same one when the dashes and quotation marks in it are mended. */
export const plainPromise = (words: string) =>
  words.replace(/[–—]/gu, '-').replace(/[“„”]/gu, '"').slice(0, longestKeyed)

function wordsOf({ code, words }: Raised): string {
  return code === 'loose-promise' ? plainPromise(words) : words.slice(0, longestKeyed)
}

/** The rule, the place and the words; a number where the same words stand twice in one place. */
function keyed(found: readonly Raised[]): Keyed[] {
  const seen = new Map<string, number>()
  return found.map((one) => {
    const place = one.passage?.paragraph.id ?? one.attendanceId ?? ''
    const plain = `${one.code}|${place}|${wordsOf(one)}`
    const count = (seen.get(plain) ?? 0) + 1
    seen.set(plain, count)
    return { ...one, key: count === 1 ? plain : `${plain}|${count}` }
  })
}

export function review(view: MeetingView, known: Known): Keyed[] {
  const passages = passagesOf(view)
  const input = { view, passages, known }
  const order = new Map(passages.map((passage, place) => [passage, place]))
  const rank = ({ passage }: Raised) => (passage === null ? -1 : (order.get(passage) ?? 0))
  return keyed(rules.flatMap((rule) => rule(input)).toSorted((a, b) => rank(a) - rank(b) || a.from - b.from))
}

/** The loose promises alone, with the keys they have among all the rest: asked of many meetings at once. */
export function loosePromises(view: MeetingView): Keyed[] {
  const known: Known = { shown: new Map(), people: new Set(), things: [], terms: [], meant: [] }
  return keyed(promises({ view, passages: passagesOf(view), known }))
}

/** What a key was made of; null for one that no rule makes. */
export function readKey(key: string): { code: string; place: string; words: string } | null {
  const match = /^(?<code>[a-z-]+)\|(?<place>[^|]*)\|(?<words>.*?)(?:\|\d+)?$/su.exec(key)
  const { code, place, words } = match?.groups ?? {}
  return code === undefined || place === undefined || words === undefined ? null : { code, place, words }
}
