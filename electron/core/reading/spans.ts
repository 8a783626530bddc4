/** Since when and until when, as a sentence says it. */
import type { Span } from '#contract/reading.ts'
import { findDays } from './days.ts'
import type { Day, Publication } from './days.ts'

const base = (publication: Publication): Span => ({
  from: null,
  fromAfter: null,
  to: null,
  toKind: 'unknown',
  basis: 'stated',
  seenFrom: publication.from,
  seenTo: publication.to,
  writtenAfter: null,
})

/** True where an end is told before its beginning, as far as both are told: one of the two is a slip. */
export function endsFirst(from: string | null, to: string | null): boolean {
  if (from === null || to === null) return false
  const told = Math.min(from.length, to.length)
  return from.slice(0, told) > to.slice(0, told)
}

/** What stands right before a day. */
const lead = (text: string, day: Day): string =>
  text.slice(Math.max(0, day.start - 40), day.start).replace(/\s*(?:den|the)?\s*$/iu, '')

/** Days of somebody's absence are no days of their post. */
const away = /(?:ledig|sjukskriv|on (?:\p{L}+ )?leave|vikari)[^();]*$/iu

/** The span a sentence about one holder gives; null when it gives none. */
export function readSpan(text: string, publication: Publication): Span | null {
  const days = findDays(text, true).filter((day) => day.iso !== null)
  for (const [index, day] of days.entries()) {
    const before = lead(text, day)
    if (away.test(before)) continue
    const next = days[index + 1]
    const gap = next === undefined ? '' : text.slice(day.end, next.start).trim()
    const linked =
      next !== undefined && /^(?:och|till|till och med|t\.o\.m\.|and|to|until|–|-|—)(?: (?:den|the))?$/iu.test(gap)
    if (linked && endsFirst(day.iso, next.iso)) return null
    if (linked && /(?:mellan|från|från och med|between|from|under|åren|år|during|\()$/iu.test(before))
      return { ...base(publication), from: day.iso, to: next.iso, toKind: 'known' }
    if (linked && /^[–—-]$/u.test(gap) && (day.text.length === 4 || before.endsWith('(')))
      return { ...base(publication), from: day.iso, to: next.iso, toKind: 'known' }
    if (/(?:sedan|since)(?: (?:hösten|våren|sommaren|vintern|början av|slutet av|årsskiftet))?$/iu.test(before))
      return { ...base(publication), from: day.iso, toKind: 'open' }
    if (
      /(?:från och med|fr\.o\.m\.|med start|tillträder(?: \p{L}+){0,4}|tillträdde(?: \p{L}+){0,4}|börjar(?: \p{L}+){0,4}|with effect from|effective|starting|as of|from|takes up \p{L}+ \p{L}+ on|takes office on|joins(?: \p{L}+){0,4} on)$/iu.test(
        before,
      )
    )
      return { ...base(publication), from: day.iso, toKind: 'open' }
    if (
      /(?:till och med|t\.o\.m\.|fram till|lämnar(?: \p{L}+){0,4}|lämnade(?: \p{L}+){0,4}|avgår(?: \p{L}+){0,2}|until|through|steps down on|leaves(?: \p{L}+){0,4} on)$/iu.test(
        before,
      )
    )
      return { ...base(publication), to: day.iso, toKind: 'known' }
  }
  return null
}
